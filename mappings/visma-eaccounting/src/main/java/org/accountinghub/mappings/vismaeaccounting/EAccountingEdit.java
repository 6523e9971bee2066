package org.accountinghub.mappings.vismaeaccounting;

import java.util.Map;
import java.util.Set;
import org.accountinghub.mappings.model.register.PartnerEdit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a record's change is said to eAccounting: a PUT replaces the whole record, so that everything that was read goes back
 * but what changes, what is cleared and what eAccounting itself computes.
 */
final class EAccountingEdit {

    /** What eAccounting says of a record and does not take. */
    private static final Set<String> COMPUTED = Set.of(
            "Id",
            "CreatedUtc",
            "ChangedUtc",
            "LastInvoiceDate",
            "UnpaidInvoicesAmount",
            "PayToAccountId",
            "TermsOfPayment",
            "Notes",
            "MessageThreads",
            "CodingName",
            "UnitName",
            "UnitAbbreviation",
            "StockBalanceReserved",
            "StockBalanceAvailable",
            "StockBalanceManuallyChangedUtc",
            "PurchasePriceManuallyChangedUtc",
            "FreightCostsManuallyChangedUtc",
            "StockValue");

    private EAccountingEdit() {}

    /** @param there the record as it was just read, with whatever it has */
    static ObjectNode over(ObjectNode there, PartnerEdit edit) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        for (Map.Entry<String, JsonNode> property : there.properties()) {
            if (!property.getValue().isNull()
                    && !COMPUTED.contains(property.getKey())
                    && !edit.cleared().contains(property.getKey())) {
                whole.set(property.getKey(), property.getValue().deepCopy());
            }
        }
        edit.values()
                .forEach((name, value) -> whole.set(name, JsonMapper.shared().valueToTree(value)));
        return whole;
    }
}
