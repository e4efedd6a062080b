package dev.unhang.findings.witness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Weighs one group that went dark together.
final class PartJudge {
  private final WitnessMap map;
  private final ReachabilityTracker.Together together;

  /// Elements of those who are dark, by host.
  private final Map<String, List<String>> dark = new LinkedHashMap<>();

  /// Those who are dark and on no map.
  private final List<String> strangers = new ArrayList<>();

  PartJudge(ReachabilityTracker.Together together, WitnessMap map) {
    this.together = together;
    this.map = map;
    for (DownInterval spell : together.dark()) {
      Optional<TargetLocation> seat = map.seat(spell.target());
      if (seat.isPresent()) {
        dark.computeIfAbsent(seat.get().host(), none -> new ArrayList<>())
            .add(seat.get().element());
      } else {
        strangers.add(spell.target());
      }
    }
  }

  FailedPart judge() {
    int places = dark.size() + strangers.size();
    if (together.answering().isEmpty()) {
      return places == 1 ? alone() : everybody();
    }
    if (places > 1) {
      return several();
    }
    return dark.isEmpty() ? stranger() : suspects(onlyHost()).verdict();
  }

  private String onlyHost() {
    return dark.keySet().iterator().next();
  }

  private HostSuspects suspects(String host) {
    Map<String, String> answering = new LinkedHashMap<>();
    for (WitnessTarget target : map.targets()) {
      target
          .seat()
          .filter(seat -> seat.host().equals(host) && together.answering().contains(target.name()))
          .ifPresent(seat -> answering.put(seat.element(), target.name()));
    }
    return new HostSuspects(
        host, map.topology(host), dark.getOrDefault(host, List.of()), answering);
  }

  /// Everything dark says nothing about any of them.
  private FailedPart everybody() {
    return new FailedPart.Named(
        FailedPart.Kind.WITNESS,
        Optional.empty(),
        "the witness's own network, or what everybody is reached by",
        List.of(),
        List.of(),
        List.of("none of them answers: this says nothing about any one of them"),
        Optional.empty());
  }

  private FailedPart alone() {
    List<String> fits = new ArrayList<>();
    if (dark.isEmpty()) {
      fits.add(strangers.getFirst());
    } else {
      switch (suspects(onlyHost()).verdict()) {
        case FailedPart.Undecided open -> fits.addAll(open.fits());
        case FailedPart.Named named -> {
          fits.add(named.name());
          fits.addAll(named.alike());
        }
      }
    }
    fits.add("the path to it");
    fits.add("the witness's own network");
    return new FailedPart.Undecided(
        "nothing elsewhere answers that could rule out the path or the witness's own network",
        fits,
        List.of(),
        Optional.of("the witness's router, or another host"));
  }

  private FailedPart stranger() {
    return new FailedPart.Named(
        FailedPart.Kind.TARGET,
        Optional.empty(),
        strangers.getFirst(),
        List.of("the path to it"),
        List.of(),
        List.of("no map has it"),
        Optional.empty());
  }

  private FailedPart several() {
    List<String> cutOff = new ArrayList<>();
    List<String> against = new ArrayList<>();
    for (String host : dark.keySet()) {
      if (suspects(host).mayBeCutOff()) {
        cutOff.add(host);
      } else {
        against.add("part of " + host + " answers over the same NIC");
      }
    }
    if (!against.isEmpty()) {
      return new FailedPart.Undecided(
          "no one part explains it: several may have failed at once",
          List.of(),
          against,
          Optional.empty());
    }
    strangers.forEach(name -> against.add("no map has " + name));
    cutOff.addAll(strangers);
    return new FailedPart.Named(
        FailedPart.Kind.PATH,
        Optional.empty(),
        "switch or path between the witness and " + String.join(", ", cutOff),
        List.of("each of them by itself, at the same time"),
        List.of(),
        against,
        Optional.empty());
  }
}
