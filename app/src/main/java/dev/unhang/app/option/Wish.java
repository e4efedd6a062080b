package dev.unhang.app.option;

import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.persist.KernelArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The option `--set`: which offloads shall be off, and which other values a NIC shall have.
public final class Wish {
  private Wish() {}

  public static OptionSpec spec() {
    return Spec.list(
        "--set",
        "WHAT",
        "which offloads shall be off: tso gso gro tx rx rxvlan txvlan sg, incident (the seven of"
            + " the report) or all-offloads; or eee, pause, aspm off; or a value: rx-usecs=0"
            + " tx-ring=4096 FLAG=off; or arguments of the kernel, from the next boot on: "
            + String.join(" ", KernelArguments.KNOWN)
            + "; without: tso");
  }

  /// Whether `--set` takes it, whatever the NIC.
  public static boolean isWord(String word) {
    return OffloadGroup.named(word).filter(OffloadGroup.SETTABLE::contains).isPresent()
        || KernelArguments.KNOWN.contains(word)
        || Set.of("incident", "all-offloads", "eee", "pause", "aspm").contains(word);
  }

  /// Arguments for the kernel.
  static List<String> kernelArguments(ParseResult arguments) {
    return Spec.values(arguments, "--set").stream()
        .filter(KernelArguments.KNOWN::contains)
        .distinct()
        .toList();
  }

  /// The groups; TSO where nothing is said, since that is what hangs.
  static List<OffloadGroup> groups(ParseResult arguments) {
    List<OffloadGroup> groups = new ArrayList<>();
    for (String word : Spec.values(arguments, "--set")) {
      switch (word) {
        case "incident" -> groups.addAll(OffloadGroup.INCIDENT);
        case "all-offloads" -> groups.addAll(OffloadGroup.SETTABLE);
        default ->
            OffloadGroup.named(word).filter(OffloadGroup.SETTABLE::contains).ifPresent(groups::add);
      }
    }
    return Spec.has(arguments, "--set") ? groups : List.of(OffloadGroup.TSO);
  }

  /// The other values.
  static List<Tuning> values(ParseResult arguments, NicFacts nic) {
    List<Tuning> values = new ArrayList<>();
    for (String word : Spec.values(arguments, "--set")) {
      boolean isElsewhere =
          word.equals("incident")
              || word.equals("all-offloads")
              || KernelArguments.KNOWN.contains(word)
              || OffloadGroup.named(word).filter(OffloadGroup.SETTABLE::contains).isPresent();
      if (!isElsewhere) {
        values.addAll(WishedValue.of(word, nic));
      }
    }
    return values;
  }

  /// The option as it was typed, behind a blank; empty where it was not.
  public static String typed(ParseResult arguments) {
    return Spec.has(arguments, "--set")
        ? " --set " + String.join(",", Spec.values(arguments, "--set"))
        : "";
  }

  /// Why the plan is made, in words.
  static String why(ParseResult arguments, boolean hasHung) {
    if (Spec.has(arguments, "--set")) {
      return "asked for by --set";
    }
    return hasHung
        ? "it hung, and segmentation offload is the likeliest cause"
        : "asked for; no hang of it was read";
  }
}
