package org.accountinghub.routes.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.RegisterPolicy;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * Records as JSON and back, exactly: amounts as text in the digits they were written with, map entries in order, one text
 * for equal content. Holds secrets and personal numbers as they are: what comes out is sealed before it is stored.
 */
final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addMixIn(Row.class, RowKinds.class)
            .addMixIn(Frozen.class, FrozenKinds.class)
            .addMixIn(FieldChange.class, ChangeKinds.class)
            .addMixIn(TaxReduction.Property.class, PropertyKinds.class)
            .addModule(new SimpleModule("exact amounts")
                    .addSerializer(BigDecimal.class, new AmountWriter())
                    .addDeserializer(BigDecimal.class, new AmountReader()))
            .build();

    private CanonicalJson() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** An invoice; one that was kept before tax reductions were known has none. */
    static Invoice invoice(byte[] json) {
        ObjectNode kept = (ObjectNode) MAPPER.readTree(json);
        if (!kept.has("taxReduction")) {
            String currency = kept.path("currency").asString();
            kept.set("taxReduction", MAPPER.valueToTree(Money.zero(Currency.getInstance(currency))));
        }
        return MAPPER.treeToValue(kept, Invoice.class);
    }

    static PlacedOrder placedOrder(byte[] json) {
        return read(json, PlacedOrder.class);
    }

    /** An object whose values are all texts. */
    static Map<String, String> texts(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    static Map<Register, RegisterPolicy> policies(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<Register, RegisterPolicy>>() {});
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "row")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Row.Priced.class, name = "priced"),
        @JsonSubTypes.Type(value = Row.Text.class, name = "text")
    })
    private interface RowKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "frozen")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Frozen.Document.class, name = "document"),
        @JsonSubTypes.Type(value = Frozen.CustomerRecord.class, name = "customer"),
        @JsonSubTypes.Type(value = Frozen.ArticleRecord.class, name = "article"),
        @JsonSubTypes.Type(value = Frozen.Edit.class, name = "edit")
    })
    private interface FrozenKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FieldChange.Set.class, name = "set"),
        @JsonSubTypes.Type(value = FieldChange.Clear.class, name = "clear")
    })
    private interface ChangeKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "property")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TaxReduction.Property.House.class, name = "house"),
        @JsonSubTypes.Type(value = TaxReduction.Property.Flat.class, name = "flat")
    })
    private interface PropertyKinds {}

    private static final class AmountWriter extends StdScalarSerializer<BigDecimal> {

        AmountWriter() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.scale() < 0 ? value.toString() : value.toPlainString());
        }
    }

    private static final class AmountReader extends StdScalarDeserializer<BigDecimal> {

        AmountReader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            return new BigDecimal(json.getString());
        }
    }
}
