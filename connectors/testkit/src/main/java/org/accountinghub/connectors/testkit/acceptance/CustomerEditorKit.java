package org.accountinghub.connectors.testkit.acceptance;

import org.accountinghub.connectors.spi.CustomerEditor;
import org.accountinghub.mappings.model.register.Register;

/** The partner's customers, changed field by field. */
@Proves(CustomerEditor.class)
public abstract class CustomerEditorKit extends RegisterEditorKit {

    @Override
    final Register register() {
        return Register.CUSTOMERS;
    }
}
