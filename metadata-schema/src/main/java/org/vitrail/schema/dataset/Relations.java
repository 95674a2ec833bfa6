package org.vitrail.schema.dataset;

import java.util.Set;

/** DataCite's relation types, kernel 4.5 (appendix 3, relationType): what {@link Publication#relation()} may say. */
public final class Relations {
    private static final Set<String> KNOWN = Set.of(
            "IsCitedBy",
            "Cites",
            "IsSupplementTo",
            "IsSupplementedBy",
            "IsContinuedBy",
            "Continues",
            "IsNewVersionOf",
            "IsPreviousVersionOf",
            "IsPartOf",
            "HasPart",
            "IsPublishedIn",
            "IsReferencedBy",
            "References",
            "IsDocumentedBy",
            "Documents",
            "IsCompiledBy",
            "Compiles",
            "IsVariantFormOf",
            "IsOriginalFormOf",
            "IsIdenticalTo",
            "HasMetadata",
            "IsMetadataFor",
            "Reviews",
            "IsReviewedBy",
            "IsDerivedFrom",
            "IsSourceOf",
            "Describes",
            "IsDescribedBy",
            "HasVersion",
            "IsVersionOf",
            "Requires",
            "IsRequiredBy",
            "Obsoletes",
            "IsObsoletedBy",
            "Collects",
            "IsCollectedBy");

    private Relations() {}

    public static boolean isKnown(String relation) {
        return relation != null && KNOWN.contains(relation);
    }
}
