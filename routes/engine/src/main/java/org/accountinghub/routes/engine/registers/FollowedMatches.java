package org.accountinghub.routes.engine.registers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRuns;

/**
 * Match reports whose approval is followed by what it allows: a whole import, unless another run is open, and a look
 * through everything that may go to the accounting system.
 */
public final class FollowedMatches implements RegisterMatches {

    private final RegisterPorts ports;
    private final RegisterMatches matches;

    public FollowedMatches(RegisterPorts ports) {
        this.ports = ports;
        this.matches = ports.matches();
    }

    @Override
    public Approval approve(long matchId, Collection<MatchLine.Kind> kinds, String who) {
        return followed(matchId, matches.approve(matchId, kinds, who), who);
    }

    @Override
    public Approval approveLines(long matchId, Collection<Integer> lines, String who) {
        return followed(matchId, matches.approveLines(matchId, lines, who), who);
    }

    private Approval followed(long matchId, Approval approval, String who) {
        if (approval.approved() > 0) {
            Match match = matches.match(matchId).orElseThrow();
            ports.ledger().lookAgain(match.connection(), match.register());
            ports.runs().ask(match.connection(), match.register(), RegisterRun.Kind.WHOLE, who);
        }
        return approval;
    }

    @Override
    public void save(RegisterRuns.Claim claim, List<MatchLine> lines, long linked) {
        matches.save(claim, lines, linked);
    }

    @Override
    public boolean approved(String connection, Register register) {
        return matches.approved(connection, register);
    }

    @Override
    public Optional<Match> newest(String connection, Register register) {
        return matches.newest(connection, register);
    }

    @Override
    public Optional<Match> match(long matchId) {
        return matches.match(matchId);
    }

    @Override
    public void lines(long matchId, Filter filter, Consumer<MatchLine> taker) {
        matches.lines(matchId, filter, taker);
    }

    @Override
    public List<MatchLine> lines(long matchId, Filter filter, int after, int limit) {
        return matches.lines(matchId, filter, after, limit);
    }

    @Override
    public int decline(long matchId, Collection<Integer> lines, String who) {
        return matches.decline(matchId, lines, who);
    }
}
