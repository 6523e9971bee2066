package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.twentyfoursevenoffice.KnownProducts;
import org.accountinghub.mappings.twentyfoursevenoffice.RegisterReading;
import org.accountinghub.mappings.twentyfoursevenoffice.ReturnProperties;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ArrayOfProduct;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ArrayOfString;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.GetProducts;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ProductSearchParameters;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.SaveProducts;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.SaveProductsResponse;

/** The products that rows may name. What was found is good for ten minutes, that there was none for two. */
final class OfficeProducts {

    private static final Duration FOUND_GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration ABSENT_GOOD_FOR = Duration.ofMinutes(2);
    private static final int MOST = 5_000;

    private record Looked(Optional<KnownProducts.Product> product, Instant goodUntil) {}

    private final OfficeClient client;
    private final InstantSource clock;
    private final Map<String, Looked> known = new HashMap<>();

    OfficeProducts(OfficeClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Those of the numbers that are there and active. One thread at a time: the others profit from what it learns. */
    synchronized Reply<KnownProducts> named(Set<String> numbers, Conversation conversation) {
        Map<String, KnownProducts.Product> found = new HashMap<>();
        for (String number : new TreeSet<>(numbers)) {
            Looked looked = known.get(number);
            if (looked == null || !clock.instant().isBefore(looked.goodUntil())) {
                Reply<List<Product>> reply = withNumber(number, conversation);
                if (reply instanceof Failed<List<Product>> failed) {
                    return new Failed<>(failed.outcome());
                }
                looked = remember(number, ((Said<List<Product>>) reply).body());
            }
            looked.product().ifPresent(product -> found.put(number, product));
        }
        return new Said<>(new KnownProducts(found));
    }

    /** 24SevenOffice has refused a product that we took for good. */
    synchronized void forget() {
        known.clear();
    }

    Reply<List<Product>> search(ProductSearchParameters search, Conversation conversation) {
        return search(search, ReturnProperties.PRODUCT, conversation);
    }

    /** The product with exactly this id, and all that the service keeps of it. */
    Reply<Optional<Product>> whole(String id, Conversation conversation) {
        if (!id.matches("[1-9]\\d{0,8}")) {
            return new Said<>(Optional.empty());
        }
        Integer wanted = Integer.valueOf(id);
        ProductSearchParameters search = new ProductSearchParameters();
        search.setId(wanted);
        return search(search, ReturnProperties.PRODUCT_WHOLE, conversation)
                .map(found -> found.stream()
                        .filter(product -> wanted.equals(product.getId()))
                        .findFirst());
    }

    /** Those with exactly this number, whatever their state. */
    Reply<List<Product>> numbered(String number, Conversation conversation) {
        return withNumber(number, conversation)
                .map(hits -> hits.stream()
                        .filter(hit -> number.equals(hit.getNo()) && hit.getId() != null && hit.getId() > 0)
                        .toList());
    }

    private Reply<List<Product>> search(
            ProductSearchParameters search, List<String> wanted, Conversation conversation) {
        ArrayOfString properties = new ArrayOfString();
        properties.getString().addAll(wanted);
        GetProducts content = new GetProducts();
        content.setSearchParams(search);
        content.setReturnProperties(properties);
        return client.read(Operation.GET_PRODUCTS, content, conversation)
                .map(answer -> answer.getGetProductsResult() == null
                        ? List.<Product>of()
                        : answer.getGetProductsResult().getProduct().stream()
                                .filter(Objects::nonNull)
                                .toList());
    }

    /** Saves one product, in one request, whatever is known of it now; its id there. */
    Reply<Integer> save(Product product, Instant begun, Conversation conversation) {
        ArrayOfProduct one = new ArrayOfProduct();
        one.getProduct().add(product);
        SaveProducts content = new SaveProducts();
        content.setProducts(one);
        Reply<SaveProductsResponse> reply = client.write(Operation.SAVE_PRODUCTS, content, begun, conversation);
        forget();
        return reply.then(OfficeProducts::saved);
    }

    private static Reply<Integer> saved(SaveProductsResponse answer) {
        List<Product> saved = answer.getSaveProductsResult() == null
                ? List.of()
                : answer.getSaveProductsResult().getProduct();
        return saved.size() == 1
                        && saved.get(0) != null
                        && saved.get(0).getId() != null
                        && saved.get(0).getId() > 0
                ? new Said<>(saved.get(0).getId())
                : new Failed<>(OfficeProblems.unreadable("it names no product id", true));
    }

    private Reply<List<Product>> withNumber(String number, Conversation conversation) {
        ProductSearchParameters search = new ProductSearchParameters();
        search.setNo(number);
        return search(search, conversation);
    }

    /** Of several with the number the first that is active. */
    private Looked remember(String number, List<Product> hits) {
        Optional<KnownProducts.Product> product = hits.stream()
                .filter(hit -> number.equals(hit.getNo()))
                .flatMap(hit -> RegisterReading.known(hit).stream())
                .findFirst();
        if (known.size() >= MOST) {
            known.clear();
        }
        Looked looked =
                new Looked(product, clock.instant().plus(product.isPresent() ? FOUND_GOOD_FOR : ABSENT_GOOD_FOR));
        known.put(number, looked);
        return looked;
    }
}
