package dev.unhang.hosts.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EthtoolFeaturesTest {
  private static Offloads known(String text) {
    return EthtoolFeatures.read(Outputs.of(text)).known().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "on,                 true,  true,  true",
    "off,                false, false, true",
    "on [fixed],         true,  true,  false",
    "off [fixed],        false, false, false",
    "off [requested on], false, true,  true",
    "on [requested off], true,  false, true"
  })
  void theMarkSaysWhatIsInForceAndWhatWasAskedFor(
      String value, boolean active, boolean wanted, boolean changeable) {
    assertThat(known("\trx-gro-list: " + value).all())
        .containsExactly(new Offload("rx-gro-list", active, wanted, changeable));
  }

  /// ethtool's own JSON says of every feature what its text says.
  @ParameterizedTest
  @ValueSource(strings = {"ethtool-k.veth", "ethtool-k.tap", "ethtool-k.lo"})
  void everyFeatureIsReadAsEthtoolsOwnJsonHasIt(String name) {
    Reading<Offloads> read = EthtoolFeatures.read(Outputs.pasted(name + ".txt"));
    assertThat(read).isInstanceOf(Reading.Read.class);
    Map<String, Offload> features = read.known().orElseThrow().byName();
    Notes notes = new Notes(Outputs.of(""));
    Map<String, Object> json = JsonArray.read(Outputs.pasted(name + ".json"), notes).getFirst();
    int compared = 0;
    for (Map.Entry<String, Object> field : json.entrySet()) {
      if (!(field.getValue() instanceof Map<?, ?> values) || "".equals(values.get("fixed"))) {
        continue;
      }
      String label = field.getKey();
      Optional<OffloadGroup> group = OffloadGroup.named(label);
      Offload feature =
          group.isPresent()
              ? read.known().orElseThrow().members(group.get()).getFirst()
              : Objects.requireNonNull(features.get(label), label);
      assertThat(String.valueOf(feature.active())).as(label).isEqualTo(values.get("active"));
      assertThat(String.valueOf(!feature.changeable())).as(label).isEqualTo(values.get("fixed"));
      // The text says nothing of what was requested of a fixed feature.
      if (feature.changeable()) {
        assertThat(String.valueOf(feature.wanted())).as(label).isEqualTo(values.get("requested"));
      }
      compared++;
    }
    assertThat(compared).isEqualTo(features.size()).isGreaterThan(40);
  }

  @Test
  void linesOfGroupsAreSummariesOfTheirMembers() {
    Offloads features =
        known(
            "tcp-segmentation-offload: on\n\ttx-tcp-segmentation: on\n\ttx-tcp6-segmentation: off");
    assertThat(features.all())
        .extracting(Offload::name)
        .containsExactly("tx-tcp-segmentation", "tx-tcp6-segmentation");
    assertThat(features.isOn(OffloadGroup.TSO)).contains(true);
  }

  @Test
  void groupsStandForMembersThatAreNotListed() {
    Offloads features =
        EthtoolFeatures.read(Outputs.pasted("ethtool-k.asus.txt")).known().orElseThrow();
    assertThat(features.isOn(OffloadGroup.TSO)).contains(true);
    assertThat(features.isOn(OffloadGroup.SG)).contains(true);
    assertThat(features.named("rx-gro")).contains(new Offload("rx-gro", true, true, true));
    assertThat(features.isOn(OffloadGroup.NTUPLE)).isEmpty();
  }

  @Test
  void namesOf2007HaveBlanks() {
    Offloads features =
        EthtoolFeatures.read(Outputs.pasted("ethtool-k.2007.txt")).known().orElseThrow();
    assertThat(features.isOn(OffloadGroup.TSO)).contains(true);
    assertThat(features.all()).hasSize(4);
  }

  @Test
  void shortNamesAreNamesToo() {
    assertThat(known("tso: off\ngso: on").all())
        .extracting(Offload::name)
        .containsExactly("tcp-segmentation-offload", "tx-generic-segmentation");
  }

  @Test
  void indentationAndColoursAndCarriageReturnsSayNothing() {
    String text =
        "Features for eno1:\r\n"
            + "      rx-checksumming:  on\r\n"
            + "\u001b[1mrx-all\u001b[0m: off [fixed]\r\n";
    assertThat(known(text).all())
        .containsExactly(
            new Offload("rx-checksum", true, true, true),
            new Offload("rx-all", false, false, false));
  }

  @Test
  void errorsWithinAreNamedAndTheRestIsRead() {
    Reading<Offloads> read =
        EthtoolFeatures.read(
            Outputs.of(
                "Features for eno1:\n"
                    + "Cannot get device udp-fragmentation-offload settings: Operation not"
                    + " supported\n"
                    + "rx-gro-list: on\n"));
    assertThat(read.known().orElseThrow().all()).hasSize(1);
    assertThat(((Reading.Partly<Offloads>) read).troubles())
        .singleElement()
        .satisfies(
            trouble -> assertThat(trouble.toString()).startsWith("paste:2: an error: Cannot"));
  }

  @ParameterizedTest
  @CsvSource({
    "netlink error: Operation not supported, NOT_OFFERED",
    "netlink error: No such device, NOT_OFFERED",
    "Cannot get device feature names: Operation not permitted, DENIED",
    "bash: ethtool: command not found, NOT_COLLECTED"
  })
  void anErrorInPlaceOfFeaturesSaysWhyThereAreNone(String line, WhyAbsent why) {
    assertThat(EthtoolFeatures.read(Outputs.of(line)))
        .isInstanceOfSatisfying(
            Reading.Absent.class, absent -> assertThat(absent.why()).isEqualTo(why));
  }

  @Test
  void theFirstInterfaceOfSeveralIsReadAndTheRestNamed() {
    Reading<Offloads> read =
        EthtoolFeatures.read(
            Outputs.of("Features for eno1:\nrx-all: on\nFeatures for eno2:\nrx-all: off\n"));
    assertThat(read.known().orElseThrow().all())
        .containsExactly(new Offload("rx-all", true, true, true));
    assertThat(read).isInstanceOf(Reading.Partly.class);
  }

  @Test
  void whatDashKChangedIsNoListOfFeatures() {
    Reading<Offloads> read =
        EthtoolFeatures.read(Outputs.of("Actual changes:\ntx-checksum-ip-generic: off\n"));
    assertThat(read.known()).isEmpty();
  }

  @Test
  void aMarkThatWasCutIsNoValue() {
    Reading<Offloads> read =
        EthtoolFeatures.read(Outputs.of("rx-all: off\nrx-gro-list: off [requested"));
    assertThat(read.known().orElseThrow().all())
        .extracting(Offload::name)
        .containsExactly("rx-all");
    assertThat(read).isInstanceOf(Reading.Partly.class);
  }

  /// Whatever is behind the cut, what was whole before it is read the same.
  @Test
  void truncatedAnywhereTheLinesBeforeAreRead() {
    String text = Outputs.text("ethtool-k.tap.txt");
    List<Offload> all = known(text).all();
    for (int end = 0; end < text.length(); end++) {
      int whole = text.lastIndexOf('\n', end - 1) + 1;
      Offloads cut =
          EthtoolFeatures.read(Outputs.of(text.substring(0, whole)))
              .known()
              .orElse(new Offloads(List.of()));
      EthtoolFeatures.read(Outputs.of(text.substring(0, end)));
      for (Offload feature : cut.all()) {
        boolean isGroup = OffloadGroup.named(feature.name()).isPresent();
        assertThat(isGroup || all.contains(feature)).as("%s at %d", feature, end).isTrue();
      }
    }
  }
}
