package org.accountinghub.mappings.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Texts as they are answered: numbers and booleans are texts too, an empty one means absent. */
final class AnyScalarAsText extends StdScalarDeserializer<String> {

    AnyScalarAsText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token == null || !token.isScalarValue()) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getValueAsString();
        return text == null || text.isEmpty() ? null : text;
    }
}
