package org.vitrail.node.oaipmh;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import org.vitrail.node.database.Database;

/** The key that signs resumption tokens: made once, kept in the database, so that a harvest survives a restart. */
@ApplicationScoped
class TokenKey {
    private static final String NAME = "oai.resumption-token-key";
    private static final int KEY_BYTES = 32;

    private final Database database;
    private volatile byte[] key;

    TokenKey(Database database) {
        this.database = database;
    }

    /** Read at first use; all processes of a node use the one that was first. */
    byte[] bytes() {
        byte[] known = key;
        if (known == null) {
            known = readOrMake();
            key = known;
        }
        return known.clone();
    }

    private byte[] readOrMake() {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        database.update(
                "insert into node_setting (name, value) values (?, ?) on conflict (name) do nothing",
                NAME,
                Base64.getEncoder().encodeToString(fresh));
        return database.find("select value from node_setting where name = ?", row -> row.text("value"), NAME)
                .map(Base64.getDecoder()::decode)
                .orElseThrow();
    }
}
