package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.APIException;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ArrayOfProduct;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.GetProducts;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.GetProductsResponse;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ProductSearchParameters;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.SaveProducts;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.SaveProductsResponse;
import org.jspecify.annotations.Nullable;

/** The article register. */
final class ProductService {

    private static final int ACTIVE = 1;

    private final Effects effects;

    ProductService(Effects effects) {
        this.effects = effects;
    }

    Handled handle(OfficeCompany tenant, Object content, PartnerRequest request) {
        if (content instanceof GetProducts get) {
            return Handled.reading(found(tenant, get));
        }
        if (content instanceof SaveProducts save) {
            return saved(tenant, save, request);
        }
        throw SoapFault.client("Server was unable to read request.");
    }

    private static GetProductsResponse found(OfficeCompany tenant, GetProducts get) {
        ProductSearchParameters search =
                Optional.ofNullable(get.getSearchParams()).orElseGet(ProductSearchParameters::new);
        Set<String> listed = get.getReturnProperties() == null
                ? Set.of()
                : new HashSet<>(get.getReturnProperties().getString());
        ArrayOfProduct products = new ArrayOfProduct();
        tenant.products.values().stream()
                .filter(product -> matches(search, product))
                .forEach(product -> products.getProduct().add(Listed.only(listed, copy(product))));
        GetProductsResponse answer = new GetProductsResponse();
        answer.setGetProductsResult(products);
        return answer;
    }

    /** The number is searched by its beginning (unverified): a client must look again. */
    private static boolean matches(ProductSearchParameters search, Product product) {
        return (search.getId() == null || search.getId().equals(product.getId()))
                && (search.getProductIds() == null
                        || search.getProductIds().getInt().contains(product.getId()))
                && (search.getCategoryId() == null || search.getCategoryId().equals(product.getCategoryId()))
                && (blank(search.getNo())
                        || Objects.toString(product.getNo(), "").startsWith(search.getNo()))
                && (blank(search.getEAN1()) || search.getEAN1().equals(product.getEAN1()))
                && (blank(search.getName())
                        || Objects.toString(product.getName(), "")
                                .toLowerCase(Locale.ROOT)
                                .contains(search.getName().toLowerCase(Locale.ROOT)))
                && (search.getDateChanged() == null || product.getDateChanged().isAfter(search.getDateChanged()));
    }

    private Handled saved(OfficeCompany tenant, SaveProducts save, PartnerRequest request) {
        ArrayOfProduct results = new ArrayOfProduct();
        List<Runnable> commits = new ArrayList<>();
        String reference = "";
        for (Product sent : save.getProducts().getProduct()) {
            Product result = copy(sent);
            reference = Objects.toString(sent.getNo(), "");
            try {
                commits.add(prepare(tenant, sent, result, request));
            } catch (ItemRefused refused) {
                APIException exception = new APIException();
                exception.setType(refused.type());
                exception.setMessage(refused.words());
                exception.setStackTrace("   at TFSO.ProductService.SaveProducts(Product[] products)");
                result.setAPIException(exception);
            }
            results.getProduct().add(result);
        }
        SaveProductsResponse answer = new SaveProductsResponse();
        answer.setSaveProductsResult(results);
        return new Handled(
                answer,
                reference,
                commits.isEmpty() ? Optional.empty() : Optional.of(() -> commits.forEach(Runnable::run)));
    }

    private Runnable prepare(OfficeCompany tenant, Product sent, Product result, PartnerRequest request) {
        Product there = tenant.products.get(Optional.ofNullable(sent.getId()).orElse(0));
        if (sent.getId() != null && there == null) {
            throw ItemRefused.argument("Product with id " + sent.getId() + " does not exist");
        }
        if (there == null && (blank(sent.getName()) || sent.getCategoryId() == null)) {
            throw ItemRefused.argument("Name and CategoryId are required");
        }
        if (sent.getCategoryId() != null && !OfficeCompany.CATEGORIES.containsKey(sent.getCategoryId())) {
            throw ItemRefused.argument("Category with id " + sent.getCategoryId() + " does not exist");
        }
        ItemRefused.unlessFits(sent.getName(), 125);
        ItemRefused.unlessFits(sent.getNo(), 100);
        int id = sent.getId() == null ? tenant.nextProduct() : sent.getId();
        result.setId(id);
        return () -> {
            Product kept = copy(sent);
            Product before = tenant.products.get(id);
            if (before != null && tenant.savesKeep()) {
                Merged.over(before, kept);
            }
            kept.setId(id);
            if (before == null) {
                kept.setTaxRate(
                        new BigDecimal(Objects.requireNonNull(OfficeCompany.CATEGORIES.get(sent.getCategoryId()))));
            } else if (kept.getTaxRate() != null) {
                kept.setTaxRate(before.getTaxRate());
            }
            if (before == null && kept.getStatusId() == null) {
                kept.setStatusId(ACTIVE);
            }
            kept.setDateChanged(OfficeCompany.moment(request.at()));
            tenant.products.put(id, kept);
            effects.article(tenant, before == null ? Action.CREATED : Action.UPDATED, kept, request.id());
        };
    }

    static Product copy(Product product) {
        SaveProducts holder = new SaveProducts();
        holder.setProducts(new ArrayOfProduct());
        holder.getProducts().getProduct().add(product);
        return Soap.copy(Contract.PRODUCT, holder).getProducts().getProduct().get(0);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
