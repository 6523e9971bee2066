package org.accountinghub.routes.operations;

import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.engine.preview.DocumentPreview;
import org.accountinghub.routes.engine.preview.Preview;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the documents of an order before they are sent. Sends nothing and writes nothing. */
@RestController
public class PreviewApi {

    private final Preview preview;

    public PreviewApi(Preview preview) {
        this.preview = preview;
    }

    @GetMapping("/api/preview")
    public OrderPreview look(
            @RequestParam String order, @RequestParam Optional<String> kind, @RequestParam Optional<String> subgroup) {
        List<DocumentPreview> documents = preview.of(order.strip(), kind, subgroup);
        if (documents.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "Neither the service system nor the hub knows an order " + order.strip()
                            + kind.map(word -> " of kind " + word).orElse("")
                            + subgroup.map(code -> " in subgroup " + code).orElse("")
                            + ". Numbers are exact: 107_1 is not 107-1.");
        }
        return new OrderPreview(
                order.strip(), documents.stream().map(DocumentLook::of).toList());
    }

    /** The documents of every order of this number, one for each payer. */
    public record OrderPreview(String order, List<DocumentLook> documents) {}
}
