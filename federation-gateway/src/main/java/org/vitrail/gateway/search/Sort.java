package org.vitrail.gateway.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Order of hits; the identifier decides between equals, so that paging loses and repeats nothing. */
public enum Sort {
    RELEVANCE,
    NEWEST,
    OLDEST,
    TITLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Sort> ofWord(String word) {
        return Arrays.stream(values()).filter(sort -> sort.word().equals(word)).findFirst();
    }

    List<SortOptions> options() {
        SortOptions tie = by("identifier", SortOrder.Asc);
        return switch (this) {
            case RELEVANCE -> List.of(SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc))), tie);
            case NEWEST -> List.of(by("published", SortOrder.Desc), tie);
            case OLDEST -> List.of(by("published", SortOrder.Asc), tie);
            case TITLE -> List.of(by("title.sort", SortOrder.Asc), tie);
        };
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(order).missing("_last")));
    }
}
