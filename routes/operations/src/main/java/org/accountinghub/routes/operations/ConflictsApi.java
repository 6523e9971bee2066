package org.accountinghub.routes.operations;

import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.engine.port.RegisterConflicts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fields of registers that were changed where they have no master, or on both sides: with both values. */
@RestController
@RequestMapping("/api/conflicts")
public class ConflictsApi {

    private final RegisterConflicts conflicts;

    public ConflictsApi(RegisterConflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GetMapping
    public List<RegisterConflicts.Conflict> list(
            @RequestParam Optional<String> connection,
            @RequestParam Optional<String> register,
            @RequestParam Optional<String> number,
            @RequestParam(defaultValue = "false") boolean acknowledged,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam Optional<Long> before) {
        return conflicts.conflicts(
                filter(connection, register, number, acknowledged), RegistersApi.within(limit), before);
    }

    @PostMapping("/{id}/acknowledge")
    public Done acknowledge(@PathVariable long id, @RequestAttribute(ApiKeys.WHO) String who) {
        return Done.of(
                conflicts.acknowledge(id, who),
                "It is acknowledged and no longer shown among the open ones.",
                "Nothing was changed: there is no open conflict " + id + ".");
    }

    /** All open ones that the parameters name. */
    @PostMapping("/acknowledge")
    public Done acknowledgeAll(
            @RequestParam Optional<String> connection,
            @RequestParam Optional<String> register,
            @RequestParam Optional<String> number,
            @RequestAttribute(ApiKeys.WHO) String who) {
        int acknowledged = conflicts.acknowledgeAll(filter(connection, register, number, false), who);
        return Done.of(
                acknowledged > 0,
                acknowledged + (acknowledged == 1 ? " conflict is" : " conflicts are") + " acknowledged.",
                "Nothing was changed: no such conflict is open.");
    }

    private static RegisterConflicts.Filter filter(
            Optional<String> connection, Optional<String> register, Optional<String> number, boolean acknowledged) {
        return new RegisterConflicts.Filter(connection, register.map(RegistersApi::register), number, acknowledged);
    }
}
