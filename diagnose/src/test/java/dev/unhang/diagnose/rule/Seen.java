package dev.unhang.diagnose.rule;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.DriverInfo;
import dev.unhang.model.facts.Offloads;
import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.name.SourceId;
import dev.unhang.model.nic.NicCounts;
import dev.unhang.model.nic.NicSettings;
import dev.unhang.model.nic.SurveyedNic;
import dev.unhang.model.nic.TxRegisters;

/// A NIC of which only driver, offloads and registers were read.
final class Seen {
  private Seen() {}

  static SurveyedNic nic(
      InterfaceName name,
      DriverInfo driver,
      Reading<Offloads> offloads,
      Reading<TxRegisters> registers) {
    return new SurveyedNic(
        name,
        unread(),
        unread(),
        unread(),
        unread(),
        new Reading.Read<>(driver, new Origin("kernel")),
        offloads,
        new NicSettings(
            unread(), unread(), unread(), unread(), unread(), unread(), unread(), unread(),
            unread()),
        new NicCounts(unread(), unread(), registers));
  }

  private static <T> Reading<T> unread() {
    return new Reading.Absent<>(
        new SourceId("test"), WhyAbsent.NOT_COLLECTED, "not part of this test");
  }
}
