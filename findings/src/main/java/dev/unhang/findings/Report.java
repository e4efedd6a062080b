package dev.unhang.findings;

import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.finding.Verdict;
import java.util.List;

/// The facts of a host, what every rule says of each of its NICs, and what that comes to.
///
/// @param nics those that anything is said of, the ones that hung first
public record Report(HostFacts facts, List<Examined> nics, Verdict verdict) {
  public Report {
    nics = List.copyOf(nics);
  }

  /// The same where what was looked at is another system than the one that commands are typed on.
  ///
  /// @param words options that name it, beginning with a blank; may be empty
  public Report typedWith(String words) {
    return new Report(facts, nics.stream().map(nic -> nic.typedWith(words)).toList(), verdict);
  }

  /// All findings, NIC by NIC, in the rules' order.
  public List<Finding> findings() {
    return nics.stream().flatMap(nic -> nic.findings().stream()).toList();
  }

  /// Only what was diagnosed, in the same order.
  public List<Finding.Diagnosed> diagnosed() {
    return nics.stream().flatMap(nic -> nic.diagnosed().stream()).toList();
  }
}
