package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.vismaeaccounting.ArticleBasis;
import org.accountinghub.mappings.vismaeaccounting.ArticleRegister;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import tools.jackson.databind.node.ObjectNode;

/**
 * The register of articles.
 *
 * @param codings names of the codings to use, by VAT rate
 */
record ArticlePlace(Articles articles, Map<BigDecimal, String> codings)
        implements RegisterPlace<ArticleThere.Page, ArticleThere> {

    private static final RegisterForm<ArticleThere, ArticleThere> ANY =
            ArticleRegister.form(new ArticleBasis(List.of(), Map.of(), List.of()));

    @Override
    public VismaLists.Register<ArticleThere.Page, ArticleThere> list() {
        return VismaLists.ARTICLES;
    }

    @Override
    public Class<ArticleThere> body() {
        return ArticleThere.class;
    }

    @Override
    public String numbered() {
        return "Number";
    }

    @Override
    public Optional<String> id(ArticleThere record) {
        return record.id();
    }

    @Override
    public Optional<String> changed(ArticleThere record) {
        return record.changedUtc();
    }

    @Override
    public RegisterForm<ArticleThere, ArticleThere> form() {
        return ANY;
    }

    @Override
    public Reply<RegisterForm<ArticleThere, ArticleThere>> form(Conversation conversation) {
        return articles.basis(codings, conversation).map(ArticleRegister::form);
    }

    @Override
    public Set<RegisterField> clearable() {
        return Set.of();
    }

    @Override
    public Reply<Translation<ObjectNode>> whole(ObjectNode there, PartnerEdit edit, Conversation conversation) {
        return articles.basis(codings, conversation)
                .map(basis -> new Translation.Done<>(ArticleRegister.whole(there, edit, basis), List.of()));
    }

    @Override
    public void forget() {
        articles.forget();
    }
}
