package org.accountinghub.connectors.vismaeaccounting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.vismaeaccounting.CompanyTerms;
import org.accountinghub.mappings.vismaeaccounting.CustomerRegister;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;
import tools.jackson.databind.node.ObjectNode;

/** The register of customers. */
record CustomerPlace(Terms terms) implements RegisterPlace<CustomerThere.Page, CustomerThere> {

    private static final RegisterForm<CustomerThere, CustomerThere> ANY =
            CustomerRegister.form(new CompanyTerms(List.of()));

    @Override
    public VismaLists.Register<CustomerThere.Page, CustomerThere> list() {
        return VismaLists.CUSTOMERS;
    }

    @Override
    public Class<CustomerThere> body() {
        return CustomerThere.class;
    }

    @Override
    public String numbered() {
        return "CustomerNumber";
    }

    @Override
    public Optional<String> id(CustomerThere record) {
        return record.id();
    }

    @Override
    public Optional<String> changed(CustomerThere record) {
        return record.changedUtc();
    }

    @Override
    public RegisterForm<CustomerThere, CustomerThere> form() {
        return ANY;
    }

    @Override
    public Reply<RegisterForm<CustomerThere, CustomerThere>> form(Conversation conversation) {
        return terms.all(conversation).map(CustomerRegister::form);
    }

    @Override
    public Set<RegisterField> clearable() {
        return CustomerRegister.CLEARABLE;
    }

    @Override
    public Reply<Translation<ObjectNode>> whole(ObjectNode there, PartnerEdit edit, Conversation conversation) {
        return new Said<>(CustomerRegister.whole(there, edit));
    }

    @Override
    public void forget() {
        terms.forget();
    }
}
