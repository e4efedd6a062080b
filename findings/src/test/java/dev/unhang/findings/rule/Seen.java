package dev.unhang.findings.rule;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.NicCounts;
import dev.unhang.model.net.NicSettings;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.net.SurveyedNic;
import dev.unhang.model.net.TxRegisters;

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
