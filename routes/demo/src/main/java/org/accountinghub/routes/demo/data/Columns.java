package org.accountinghub.routes.demo.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one line of the store, by the store's own names; what is not named was left out by whoever wrote it.
 *
 * @param values texts, numbers, dates, lists of texts, or a {@link Called} line
 */
public record Columns(Map<String, Object> values) {

    static final Columns NONE = new Columns(Map.of());

    public Columns {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Columns of(String column, Object value) {
        return NONE.with(column, value);
    }

    Columns with(String column, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(column, value);
        return new Columns(more);
    }

    Columns with(String column, Optional<?> value) {
        return value.isPresent() ? with(column, (Object) value.get()) : this;
    }

    Columns without(String column) {
        Map<String, Object> fewer = new LinkedHashMap<>(values);
        fewer.remove(column);
        return new Columns(fewer);
    }

    @Nullable Object get(String column) {
        return values.get(column);
    }
}
