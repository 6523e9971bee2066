package org.accountinghub.routes.engine.registers;

import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.ArticleEditor;
import org.accountinghub.connectors.spi.ArticleSource;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.CustomerEditor;
import org.accountinghub.connectors.spi.CustomerSource;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.RegisterPolicy;

/** What a connector can do with one register. */
public final class RegisterConnector {

    private RegisterConnector() {}

    /** Empty when it does not tell what is there. */
    public static Optional<RegisterSource> source(Connector connector, Register register) {
        return switch (register) {
            case CUSTOMERS ->
                connector instanceof CustomerSource source ? Optional.of(source.customersThere()) : Optional.empty();
            case ARTICLES ->
                connector instanceof ArticleSource source ? Optional.of(source.articlesThere()) : Optional.empty();
        };
    }

    /** Empty when it changes nothing there. */
    public static Optional<RegisterEditing> editing(Connector connector, Register register) {
        return switch (register) {
            case CUSTOMERS ->
                connector instanceof CustomerEditor editor ? Optional.of(editor.customerEdits()) : Optional.empty();
            case ARTICLES ->
                connector instanceof ArticleEditor editor ? Optional.of(editor.articleEdits()) : Optional.empty();
        };
    }

    /** The rules of merging for this connector. */
    public static Merge merge(Connector connector, Register register, RegisterPolicy policy) {
        Optional<RegisterEditing> editing = editing(connector, register);
        return new Merge(
                policy,
                editing.map(RegisterEditing::writable).orElse(Set.of()),
                editing.map(RegisterEditing::clearable).orElse(Set.of()));
    }
}
