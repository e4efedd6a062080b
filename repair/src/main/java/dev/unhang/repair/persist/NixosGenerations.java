package dev.unhang.repair.persist;

import dev.unhang.config.ini.IniFile;
import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.proof.Check;
import dev.unhang.model.proof.Check.Result;
import dev.unhang.model.setting.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the generations of a NixOS host hold the options that were printed for a NIC: the one
/// that booted, the one that was switched to since, and the one that the next boot takes.
///
/// NixOS: nixos/modules/system/boot/stage-2-init.sh makes /run/booted-system;
/// switch-to-configuration sets /run/current-system; nixos-rebuild(8), "switch", "boot", "test"
public final class NixosGenerations {
  private static final HostPath BOOTED = new HostPath("/run/booted-system");
  private static final HostPath CURRENT = new HostPath("/run/current-system");
  private static final HostPath NEXT = new HostPath("/nix/var/nix/profiles/system");
  private static final String FOLDER = "etc/systemd/network";

  private final HostView host;
  private final String link;
  private final List<LinkKeys.Key> keys;

  private NixosGenerations(HostView host, String link, List<LinkKeys.Key> keys) {
    this.host = host;
    this.link = link;
    this.keys = keys;
  }

  /// A line a generation; none on other hosts, and where nothing was printed.
  ///
  /// @param given the values that changes on record gave the NIC
  public static List<Check> checks(HostView host, NicFacts nic, List<Tuning> given) {
    if (!NixosOptions.is(host)) {
      return List.of();
    }
    List<LinkKeys.Key> keys = new ArrayList<>();
    LinkKeys words = new LinkKeys(Version.ofSystemd(host), nic.name().value());
    for (Tuning value : given) {
      keys.addAll(printed(words, nic, value));
    }
    return keys.isEmpty()
        ? List.of()
        : new NixosGenerations(host, NixosOptions.link(NicMark.of(nic)), keys).checks();
  }

  /// Where link files have no word for a value, nothing was printed for it.
  private static List<LinkKeys.Key> printed(LinkKeys words, NicFacts nic, Tuning value) {
    try {
      return words.of(new Wanted(nic, List.of(value), Set.of()));
    } catch (EditRefused withoutWord) {
      return List.of();
    }
  }

  private List<Check> checks() {
    return List.of(
        check(BOOTED, "booted", Result.UNKNOWN, "no boot has proved it yet: reboot, verify again"),
        check(
            CURRENT,
            "current",
            Result.FAIL,
            "put the options that 'unhang plan' prints into the configuration, then:"
                + " nixos-rebuild switch"),
        check(
            NEXT,
            "next boot's",
            Result.FAIL,
            "the next boot takes a generation without the options"));
  }

  /// @param without what it means where the generation lacks the options
  private Check check(HostPath generation, String word, Result without, String hint) {
    HostPath file = generation.resolve(FOLDER).resolve(link + ".link");
    Reading<Content> content = host.read(file);
    boolean isNotThere =
        content instanceof Reading.Absent<Content> absent
            && absent.why() == WhyAbsent.NOT_OFFERED
            && host.link(generation).known().isPresent();
    Optional<List<String>> lacks = content.known().map(found -> lacks(file, found));
    String where = host.link(generation).known().orElse(generation.value());
    if (lacks.isEmpty() && !isNotThere) {
      return row(word, "?", Result.UNKNOWN, where + ": " + content.whyNot().orElse("not read"));
    }
    if (lacks.isEmpty()) {
      return row(word, "no such file", without, where + ": " + hint);
    }
    return lacks.get().isEmpty()
        ? row(word, "as printed", Result.PASS, where)
        : row(word, "lacks " + String.join(" ", lacks.get()), without, where + ": " + hint);
  }

  private Check row(String word, String have, Result result, String note) {
    return new Check(word + " generation", link + ".link", have, result, note);
  }

  private List<String> lacks(HostPath path, Content content) {
    IniFile file = IniFile.parse(path, content.utf8());
    return keys.stream()
        .filter(key ->
            !file.last(key.section(), key.name())
                .map(entry -> isSame(entry.value(), key.value()))
                .orElse(false))
        .map(LinkKeys.Key::name)
        .toList();
  }

  /// NixOS writes `false` where systemd's manual says `no`.
  private static boolean isSame(String now, String wanted) {
    return now.equals(wanted)
        || (IniFile.truth(now).isPresent() && IniFile.truth(now).equals(IniFile.truth(wanted)));
  }
}
