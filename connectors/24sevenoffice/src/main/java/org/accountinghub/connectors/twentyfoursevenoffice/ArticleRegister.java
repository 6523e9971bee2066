package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.twentyfoursevenoffice.RegisterReading;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ProductSearchParameters;

/** The products, which come all at once: the service knows no pages of them. One without a number is nobody's article. */
final class ArticleRegister implements RegisterSource {

    private final OfficeProducts products;

    ArticleRegister(OfficeProducts products) {
        this.products = products;
    }

    @Override
    public Set<RegisterField> fields() {
        return RegisterReading.ARTICLE_FIELDS;
    }

    @Override
    public Duration overlap() {
        return Papers.OVERLAP;
    }

    @Override
    public Answer<Page> list(Optional<Instant> since, Optional<String> page, Conversation conversation) {
        ProductSearchParameters search = new ProductSearchParameters();
        // "changed" is taken for strictly later, by the second
        since.map(from -> LocalDateTime.ofInstant(from, ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .minusSeconds(1))
                .ifPresent(search::setDateChanged);
        return products.search(search, conversation)
                .map(ArticleRegister::records)
                .map(records -> new Page(records, Optional.empty(), OptionalLong.of(records.size())))
                .answer();
    }

    @Override
    public Answer<Optional<There>> read(String id, Conversation conversation) {
        if (!id.matches("[1-9]\\d{0,8}")) {
            return new Answer.Value<>(Optional.empty());
        }
        ProductSearchParameters search = new ProductSearchParameters();
        search.setId(Integer.valueOf(id));
        return products.search(search, conversation)
                .map(found -> records(found).stream()
                        .filter(there -> there.id().equals(id))
                        .findFirst())
                .answer();
    }

    private static List<There> records(List<Product> found) {
        return found.stream()
                .filter(product -> product.getId() != null
                        && product.getNo() != null
                        && !product.getNo().isBlank())
                .map(product -> new There(String.valueOf(product.getId()), RegisterReading.article(product)))
                .toList();
    }
}
