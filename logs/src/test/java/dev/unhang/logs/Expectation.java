package dev.unhang.logs;

import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.LogFacts;
import dev.unhang.testing.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the papers of a report say must be found in its log.
final class Expectation {
  private final Json expect;
  private final LogFacts facts;
  private final List<String> missing = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();

  Expectation(Json expect, LogFacts facts) {
    this.expect = expect;
    this.facts = facts;
    List<Episode> left = new ArrayList<>(facts.episodes());
    for (Json hang : expect.at("hangs").list()) {
      hang(hang, left);
    }
    for (Episode episode : left) {
      unexpected.add(
          episode.dumps() + " dumps of " + episode.nic().described() + ": " + episode.firstText());
    }
    count("resets", facts.counts().resets());
    count("watchdog_timeouts", facts.counts().watchdogTimeouts());
    count("link_up", facts.counts().linkUp());
    count("link_down", facts.counts().linkDown());
  }

  /// What the papers say and the program did not find.
  List<String> missing() {
    return List.copyOf(missing);
  }

  /// What the program found and the papers don't say.
  List<String> unexpected() {
    return List.copyOf(unexpected);
  }

  private void hang(Json hang, List<Episode> left) {
    String name = hang.at("interface").text();
    String pci = hang.at("pci").text();
    List<Episode> own =
        left.stream()
            .filter(episode -> episode.nic().interfaceName().orElse("").equals(name))
            .filter(episode -> episode.nic().pci().map(PciAddress::value).orElse("").equals(pci))
            .toList();
    left.removeAll(own);
    long dumps = own.stream().mapToLong(Episode::dumps).sum();
    if (dumps != hang.at("dumps").number()) {
      differs(name + " dumps", hang.at("dumps").number(), dumps);
    }
    Map<String, String> found = first(own);
    for (Map.Entry<String, String> register : hang.at("first").texts().entrySet()) {
      String value = found.get(register.getKey());
      if (!Objects.equals(value, register.getValue())) {
        differs(name + " " + register.getKey(), register.getValue(), String.valueOf(value));
      }
    }
    if (hang.at("first").texts().isEmpty() && !found.isEmpty()) {
      unexpected.add(name + " registers " + found);
    }
  }

  private static Map<String, String> first(List<Episode> own) {
    return own.stream()
        .filter(episode -> !episode.dump().isHeaderOnly())
        .findFirst()
        .map(episode -> episode.dump().asPrinted())
        .orElse(Map.of());
  }

  private void count(String name, long found) {
    long wanted = expect.at(name).number();
    if (wanted != found) {
      differs(name, wanted, found);
    }
  }

  private void differs(String what, Object wanted, Object found) {
    missing.add(what + " " + wanted);
    unexpected.add(what + " " + found);
  }

  @Override
  public String toString() {
    return "missing " + missing + ", unexpected " + unexpected + ", dialect " + facts.dialect();
  }
}
