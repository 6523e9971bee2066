package org.accountinghub.connectors.fortnox.simulator;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accountinghub.connectors.fortnox.simulator.Field.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one Fortnox resource, in the order of its answers; read from {@code NAME.fields}. */
final class Fields {
    private static final String BLANK = "API_BLANK";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern TYPE = Pattern.compile("(\\w+)(?:\\((.*)\\))?");
    private static final Map<String, Access> ACCESS =
            Map.of("rw", Access.WRITABLE, "rw!", Access.REQUIRED, "ro", Access.IGNORED, "r", Access.ANSWERED);

    private final Map<String, Field> fields;

    private Fields(Map<String, Field> fields) {
        this.fields = fields;
    }

    static Fields read(String name) {
        try (InputStream file = Fields.class.getResourceAsStream(name + ".fields")) {
            if (file == null) {
                throw new IllegalStateException("no fields of " + name);
            }
            return new Fields(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Fields::parse)
                    .collect(toMap(Field::name, field -> field, (a, b) -> a, LinkedHashMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Field parse(String line) {
        String[] cells = line.split("\\s+", 4);
        Matcher type = TYPE.matcher(cells[1]);
        if (!type.matches()) {
            throw new IllegalStateException("not a field: " + line);
        }
        Field.Type kind = Field.Type.valueOf(type.group(1).toUpperCase(Locale.ROOT));
        String limits = Optional.ofNullable(type.group(2)).orElse("");
        boolean nested = kind == Field.Type.OBJECT || kind == Field.Type.LIST;
        boolean bounded = !limits.isEmpty() && !nested && kind != Field.Type.ENUM;
        int dots = limits.indexOf("..");
        return new Field(
                cells[0],
                kind,
                bounded && dots > 0 ? Long.parseLong(limits.substring(0, dots)) : Long.MIN_VALUE,
                bounded ? Long.parseLong(dots < 0 ? limits : limits.substring(dots + 2)) : Long.MAX_VALUE,
                kind == Field.Type.ENUM ? List.of(limits.split("\\|")) : List.of(),
                nested ? Optional.of(read(limits)) : Optional.empty(),
                Optional.ofNullable(ACCESS.get(cells[2])).orElseThrow(),
                JSON.readTree(cells[3]));
    }

    /** A resource of which nothing was ever sent. */
    ObjectNode blank() {
        ObjectNode node = JSON.createObjectNode();
        fields.values()
                .forEach(field -> node.set(
                        field.name(),
                        field.type() == Field.Type.OBJECT
                                ? field.inner().orElseThrow().blank()
                                : field.unset().deepCopy()));
        return node;
    }

    /** Refuses what Fortnox would refuse in a creation, required fields included. */
    void checkNew(ObjectNode sent) {
        check(sent);
        fields.values().stream()
                .filter(field -> field.access() == Access.REQUIRED && Field.isEmpty(sent.path(field.name())))
                .findFirst()
                .ifPresent(field -> {
                    throw Refusal.of("Värdet måste anges (" + field.name() + ")", 2000729);
                });
    }

    /** Refuses unknown names, wrong types, wrong lengths and characters. */
    void check(ObjectNode sent) {
        sent.properties().forEach(property -> {
            Field field = fields.get(property.getKey());
            if (field == null || field.access() == Access.ANSWERED) {
                throw Refusal.unknownField(property.getKey());
            }
            field.check(property.getValue());
            field.inner().ifPresent(inner -> checkInner(inner, property.getValue()));
        });
    }

    private static void checkInner(Fields inner, JsonNode value) {
        if (value instanceof ObjectNode object) {
            inner.check(object);
        } else if (value instanceof ArrayNode list) {
            for (JsonNode element : list) {
                if (!(element instanceof ObjectNode object)) {
                    throw Refusal.of("Värdet måste vara ett objekt", 1000031);
                }
                inner.check(object);
            }
        }
    }

    /** Takes out of what was sent the texts that the word for it deletes. */
    ObjectNode clear(ObjectNode target, ObjectNode sent) {
        ObjectNode rest = sent.deepCopy();
        sent.properties().stream()
                .filter(property -> property.getValue().isString()
                        && property.getValue().stringValue().equals(BLANK))
                .map(property -> fields.get(property.getKey()))
                .filter(field -> field != null && field.type() == Field.Type.TEXT)
                .forEach(field -> {
                    target.set(field.name(), field.unset().deepCopy());
                    rest.remove(field.name());
                });
        return rest;
    }

    /** Puts what was sent over what is there; lists are left to the caller, empty values change nothing. */
    void merge(ObjectNode target, ObjectNode sent) {
        sent.properties().forEach(property -> {
            Field field = fields.get(property.getKey());
            JsonNode value = property.getValue();
            if (field == null || field.access() == Access.IGNORED || Field.isEmpty(value)) {
                return;
            }
            if (field.type() == Field.Type.OBJECT
                    && value instanceof ObjectNode from
                    && target.path(field.name()) instanceof ObjectNode to) {
                field.inner().orElseThrow().merge(to, from);
            } else if (field.type() != Field.Type.LIST) {
                target.set(field.name(), value);
            }
        });
    }
}
