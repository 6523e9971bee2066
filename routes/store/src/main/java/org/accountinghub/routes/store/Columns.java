package org.accountinghub.routes.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** One line of a contract view. What is null or blank in the store is empty here. */
record Columns(ResultSet line) {

    Optional<String> text(String column) throws SQLException {
        return Optional.ofNullable(line.getString(column)).filter(value -> !value.isBlank());
    }

    /** The text trimmed, or empty text. */
    String orEmpty(String column) throws SQLException {
        return text(column).map(String::strip).orElse("");
    }

    Optional<BigDecimal> decimal(String column) throws SQLException {
        return Optional.ofNullable(line.getBigDecimal(column));
    }

    Optional<Boolean> flag(String column) throws SQLException {
        boolean value = line.getBoolean(column);
        return line.wasNull() ? Optional.empty() : Optional.of(value);
    }

    boolean isTrue(String column) throws SQLException {
        return line.getBoolean(column);
    }
}
