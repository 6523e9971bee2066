package org.accountinghub.routes.operations;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this API, for people and for generators of clients. */
@RestController
public class OpenApiPage {

    @GetMapping(path = "/api/openapi.yaml", produces = "application/yaml")
    public Resource describe() {
        return new ClassPathResource("openapi.yaml", OpenApiPage.class);
    }
}
