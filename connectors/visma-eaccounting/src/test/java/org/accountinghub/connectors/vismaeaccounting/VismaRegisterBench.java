package org.accountinghub.connectors.vismaeaccounting;

import java.util.Map;
import org.accountinghub.connectors.testkit.acceptance.ArticleBench;
import org.accountinghub.connectors.testkit.acceptance.EditorBench;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** The same company, whose registers somebody keeps by hand, too. */
final class VismaRegisterBench extends VismaBench implements EditorBench, ArticleBench {

    /** The company has not a single article. */
    VismaRegisterBench withoutArticles() {
        bookKeeper()
                .articles()
                .forEach(
                        article -> bookKeeper().deleteArticle(article.path("Id").asString()));
        return this;
    }

    @Override
    public String addRecord(RegisterRecord record) {
        return hand().add(record);
    }

    @Override
    public void changeRecord(Register register, String id, Map<RegisterField, String> values) {
        hand().change(register, id, values);
    }

    @Override
    public void renumberRecord(Register register, String id, String number) {
        hand().renumber(register, id, number);
    }

    @Override
    public void deleteRecord(Register register, String id) {
        hand().delete(register, id);
    }

    @Override
    public String changesRecord(Register register) {
        return "PUT /v2/" + register.label() + "/{id}";
    }

    @Override
    public String createsArticle() {
        return "POST /v2/articles";
    }

    private RegisterHand hand() {
        return new RegisterHand(bookKeeper());
    }
}
