package org.accountinghub.routes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.port.OrderVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which content documents have, and which orders were changed since when, by the store's own counting. */
final class VersionReader {

    private static final String VERSIONS =
            "SELECT subgroup, kind, number, payer_number, generation, content_version, order_state FROM service.hub_documents ";

    private final JdbcClient sql;
    private final String store;

    VersionReader(JdbcClient sql, StoreSettings settings) {
        this.sql = sql;
        this.store = settings.name();
    }

    List<OrderVersion> of(String number, String kind) {
        return sql.sql(VERSIONS + "WHERE number = ? AND kind = ? ORDER BY subgroup, payer_number")
                .params(number, kind)
                .query(this::version)
                .list();
    }

    OrderVersion.Changed changedSince(Optional<Long> mark) {
        long now = sql.sql("SELECT watermark FROM service.hub_watermark")
                .query(Long.class)
                .single();
        List<OrderVersion> changed = mark.map(since -> sql.sql(VERSIONS + "WHERE change >= ?")
                        .param(since)
                        .query(this::version)
                        .list())
                .orElse(List.of());
        return new OrderVersion.Changed(changed, now);
    }

    private OrderVersion version(ResultSet line, int position) throws SQLException {
        SourceKey order =
                new SourceKey(store, line.getString("subgroup"), line.getString("kind"), line.getString("number"));
        boolean cancelled = "CANCELLED".equals(line.getString("order_state"));
        return new OrderVersion(
                new DocumentKey(order, line.getString("payer_number"), line.getInt("generation")),
                line.getString("content_version") + (cancelled ? " cancelled" : ""),
                cancelled);
    }
}
