package org.accountinghub.routes.embedded.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.jspecify.annotations.Nullable;

/** Lets in one user with one password, who may do everything, and nobody else. */
record OneUser(String user, String password) implements ActiveMQSecurityManager {

    @Override
    public boolean validateUser(@Nullable String name, @Nullable String secret) {
        return user.equals(name)
                && secret != null
                && MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String name, @Nullable String secret, Set<Role> roles, CheckType checkType) {
        return validateUser(name, secret);
    }

    @Override
    public String toString() {
        return "only " + user;
    }
}
