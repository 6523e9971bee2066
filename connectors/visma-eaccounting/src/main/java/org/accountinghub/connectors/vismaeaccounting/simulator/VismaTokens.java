package org.accountinghub.connectors.vismaeaccounting.simulator;

import org.accountinghub.connectors.testkit.oauth.Clients;
import org.accountinghub.connectors.testkit.oauth.Grant;
import org.accountinghub.connectors.testkit.oauth.Grants;
import org.accountinghub.connectors.testkit.oauth.TokenEndpoint;
import org.accountinghub.connectors.testkit.partner.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /connect/token}: by code and by refresh token, nothing else. */
final class VismaTokens extends TokenEndpoint {
    static final String PATH = "/connect/token";
    static final String OPERATION = "POST " + PATH;

    VismaTokens(Clients clients, Grants grants) {
        super(OPERATION, clients, grants);
    }

    @Override
    protected void describe(ObjectNode answer, Grant grant) {
        answer.put("token_type", "Bearer");
    }

    @Override
    protected Answer refusal(String error, String type) {
        return error(400, error);
    }

    static Answer failure(int status) {
        return error(status, status == 400 ? "invalid_request" : "temporarily_unavailable");
    }

    private static Answer error(int status, String error) {
        return Answer.json(status, JsonMapper.shared().createObjectNode().put("error", error));
    }
}
