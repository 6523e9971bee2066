package org.accountinghub.connectors.fortnox.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** {@code /3/invoices/12/bookkeep}: the resource, the number and the action; the last two may be empty. */
record ApiPath(String resource, String number, String action) {

    static ApiPath of(String path) {
        List<String> parts = Stream.of(path.substring("/3/".length()).split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        if (parts.size() > 1 && parts.get(0).equals("settings")) {
            return new ApiPath("settings/" + parts.get(1), "", "");
        }
        return new ApiPath(part(parts, 0), part(parts, 1), part(parts, 2));
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    /** The path with the number's name in the place of the number. */
    String template(String numberName) {
        return "/3/" + resource
                + (number.isEmpty() ? "" : "/{" + numberName + "}")
                + (action.isEmpty() ? "" : "/" + action);
    }
}
