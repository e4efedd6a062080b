package dev.unhang.findings.witness;

import java.util.List;
import java.util.Optional;

/// Which part failed, judged by who went dark at the same time, who answers, and who sits on whom.
/// It is judged from outside: what can't be told apart from there is named together.
public sealed interface FailedPart {
  /// What kind of part.
  enum Kind {
    GUEST("guest"),
    /// A guest's way to the bridge: tap, veth, its firewall's bridge.
    PORT("guest's port"),
    BRIDGE("bridge"),
    BOND("bond"),
    VLAN("VLAN"),
    INTERFACE("interface"),
    NIC("NIC"),
    HOST("host"),
    /// Between the witness and several hosts.
    PATH("path"),
    /// The witness's own network, or what everybody is reached by.
    WITNESS("witness"),
    /// A target that no map has.
    TARGET("target");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As shown to a person, and in JSON.
    public String word() {
      return word;
    }
  }

  /// What speaks against it, or makes it less sure; for a person.
  List<String> against();

  /// A further target that would tell more, for a person; empty where the map has none.
  Optional<String> tells();

  /// The smallest part whose failure explains exactly who is dark and who answers.
  ///
  /// @param name for a person: `NIC eno1 of pve-02`
  /// @param alike what would look the same from here
  /// @param ruledOut other parts, each with who rules it out
  record Named(
      Kind kind,
      Optional<String> host,
      String name,
      List<String> alike,
      List<String> ruledOut,
      List<String> against,
      Optional<String> tells)
      implements FailedPart {
    public Named {
      alike = List.copyOf(alike);
      ruledOut = List.copyOf(ruledOut);
      against = List.copyOf(against);
    }
  }

  /// Several parts of different kinds explain it, or none does.
  ///
  /// @param why in a sentence without a final stop
  /// @param fits parts that explain it
  record Undecided(String why, List<String> fits, List<String> against, Optional<String> tells)
      implements FailedPart {
    public Undecided {
      fits = List.copyOf(fits);
      against = List.copyOf(against);
    }
  }

  /// Judges.
  static FailedPart of(ReachabilityTracker.Together together, WitnessMap map) {
    return new PartJudge(together, map).judge();
  }
}
