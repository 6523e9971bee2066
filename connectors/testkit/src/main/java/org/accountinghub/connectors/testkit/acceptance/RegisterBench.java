package org.accountinghub.connectors.testkit.acceptance;

import java.util.Map;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** What the kit must know besides to test a connector that reads the partner's registers. */
public interface RegisterBench extends Bench {

    /** Somebody in the company adds a record, with its fields as far as the partner can hold them; its id there. */
    String addRecord(RegisterRecord record);

    /** Somebody in the company gives a record other values; an empty text takes one away. */
    void changeRecord(Register register, String id, Map<RegisterField, String> values);

    /** Somebody in the company gives a record another number. */
    void renumberRecord(Register register, String id, String number);

    /** Somebody in the company deletes a record. Not asked without {@link Behaviour#DELETED_RECORDS}. */
    void deleteRecord(Register register, String id);
}
