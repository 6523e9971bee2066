package org.accountinghub.routes.operations;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the API to a request with the right key. */
record Ask(int status, String type, String text) {

    static Ask get(MockMvc pages, String path) throws Exception {
        return with(pages, MockMvcRequestBuilders.get(path));
    }

    static Ask post(MockMvc pages, String path, String body) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path);
        return with(pages, body.isEmpty() ? request : request.content(body).contentType(MediaType.APPLICATION_JSON));
    }

    static Ask with(MockMvc pages, HttpMethod method, String path) throws Exception {
        return with(pages, MockMvcRequestBuilders.request(method, path));
    }

    static Ask with(MockMvc pages, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = pages.perform(request.header("Authorization", "Bearer key"))
                .andReturn()
                .getResponse();
        return new Ask(answer.getStatus(), String.valueOf(answer.getContentType()), answer.getContentAsString());
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(text);
    }

    String detail() {
        return json().path("detail").asString("");
    }
}
