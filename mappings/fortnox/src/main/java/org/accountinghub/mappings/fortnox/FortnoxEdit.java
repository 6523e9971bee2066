package org.accountinghub.mappings.fortnox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.accountinghub.mappings.model.register.PartnerEdit;

/** How a record's change is said to Fortnox. */
public final class FortnoxEdit {

    /** What Fortnox's developer pages say in place of a value that shall go; empty values are ignored. */
    public static final String BLANK = "API_BLANK";

    private FortnoxEdit() {}

    /** The fields that change, by Fortnox's names. */
    public static Map<String, Object> content(PartnerEdit edit) {
        Map<String, Object> content = new LinkedHashMap<>(edit.values());
        new TreeSet<>(edit.cleared()).forEach(name -> content.put(name, BLANK));
        return Collections.unmodifiableMap(content);
    }
}
