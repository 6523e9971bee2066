package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules;
import org.accountinghub.mappings.twentyfoursevenoffice.ProductRegister;
import org.accountinghub.mappings.twentyfoursevenoffice.SaveEffect;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;

/** The products, by id. */
final class ProductRecords extends OfficeRecords<Product> {

    private final OfficeProducts products;
    private final RegisterForm<Product, Product> form;

    ProductRecords(OfficeProducts products, OfficeRules rules) {
        this.products = products;
        this.form = ProductRegister.form(rules);
    }

    @Override
    public RegisterForm<Product, Product> form() {
        return form;
    }

    @Override
    public Set<RegisterField> clearable() {
        return Set.of();
    }

    @Override
    public String number(String id, Product record) {
        return Optional.ofNullable(record.getNo())
                .filter(number -> !number.isBlank())
                .orElse(id);
    }

    @Override
    public Reply<Optional<Product>> read(String id, Conversation conversation) {
        return products.whole(id, conversation);
    }

    @Override
    Translation<Product> whole(Product there, PartnerEdit edit) {
        return ProductRegister.whole(there, edit);
    }

    @Override
    Reply<Boolean> save(Product whole, Instant begun, Conversation conversation) {
        return products.save(whole, begun, conversation)
                .then(id -> id.equals(whole.getId())
                        ? new Said<>(true)
                        : new Failed<>(OfficeProblems.unreadable("it names another product", true)));
    }

    @Override
    SaveEffect effect(Product before, Product meant, Product after) {
        return SaveEffect.between(before, meant, after);
    }
}
