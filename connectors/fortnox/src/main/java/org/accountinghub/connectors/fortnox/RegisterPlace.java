package org.accountinghub.connectors.fortnox;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.accountinghub.connectors.http.HiddenPersons;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.ArticleRegister;
import org.accountinghub.mappings.fortnox.CustomerRegister;
import org.accountinghub.mappings.fortnox.wire.ArticleItem;
import org.accountinghub.mappings.fortnox.wire.CustomerItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxArticle;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.fortnox.wire.FortnoxPage;
import org.accountinghub.mappings.model.register.RegisterForm;

/**
 * Where one register is and how its records are told apart there.
 *
 * @param wrapper around one record
 * @param sortedBy the parameter that sorts a list by number
 * @param <B> the body around one record
 * @param <W> a record whole
 * @param <P> a page of a list
 * @param <I> a record as lists show it
 */
record RegisterPlace<B, W, P extends FortnoxPage<I>, I>(
        RegisterForm<W, I> form,
        FortnoxLists.Register<P, I> list,
        String wrapper,
        String sortedBy,
        Class<B> body,
        Function<B, W> content) {

    static final HiddenPersons PERSONS = HiddenPersons.inJson("OrganisationNumber");

    static final RegisterPlace<FortnoxCustomer.Body, FortnoxCustomer, CustomerItem.Page, CustomerItem> CUSTOMERS =
            new RegisterPlace<>(
                    CustomerRegister.FORM,
                    FortnoxLists.CUSTOMERS,
                    "Customer",
                    "customernumber",
                    FortnoxCustomer.Body.class,
                    FortnoxCustomer.Body::customer);

    static final RegisterPlace<FortnoxArticle.Body, FortnoxArticle, ArticleItem.Page, ArticleItem> ARTICLES =
            new RegisterPlace<>(
                    ArticleRegister.FORM,
                    FortnoxLists.ARTICLES,
                    "Article",
                    "articlenumber",
                    FortnoxArticle.Body.class,
                    FortnoxArticle.Body::article);

    /** Where one record is. */
    String path(String number) {
        return list.path() + "/" + FortnoxClient.segment(number);
    }

    Reply<W> read(FortnoxClient client, String number, Conversation conversation) {
        return client.read(path(number), Map.of(), body, conversation).map(content);
    }

    /** Whether a refusal says that there is no such record. */
    static boolean gone(String cause) {
        return Set.of("fortnox.customer-unknown", "fortnox.article-unknown").contains(cause);
    }
}
