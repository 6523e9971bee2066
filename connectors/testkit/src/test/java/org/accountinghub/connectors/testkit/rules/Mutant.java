package org.accountinghub.connectors.testkit.rules;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Opening;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Parts;

/**
 * A deliberately bad connector.
 *
 * @param words what it does wrong
 * @param kit the part of the kit that it is tried with, one of {@link Kits}
 * @param rules what it fails there, and nothing else: one, where no behaviour is denied
 */
record Mutant(String words, Class<?> kit, Supplier<SoundBench> bench, Set<String> rules) {

    static Mutant of(String words, Class<?> kit, Opening opening, String... rules) {
        return with(words, kit, () -> new SoundBench(new SoundFactory(opening)), rules);
    }

    static Mutant with(String words, Class<?> kit, Supplier<SoundBench> bench, String... rules) {
        return new Mutant(words, kit, bench, Set.copyOf(List.of(rules)));
    }

    /** Calls badly. */
    static Opening calling(Function<Parts, SoundClient> making) {
        return parts -> new SoundConnector(parts) {
            @Override
            SoundClient client() {
                return making.apply(parts);
            }
        };
    }

    /** Brings customers badly. */
    static Opening customers(Function<SoundClient, SoundCustomers> making) {
        return parts -> new SoundConnector(parts) {
            @Override
            public SoundCustomers customers() {
                return making.apply(client);
            }
        };
    }

    /** Brings invoices and orders badly. */
    static Opening papers(BiFunction<SoundClient, String, SoundPapers> making) {
        return parts -> new SoundConnector(parts) {
            @Override
            SoundPapers papers(String kinds) {
                return making.apply(client, kinds);
            }
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
