package dev.unhang.linux.netlink;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.unhang.linux.ethtool.CoalesceGet;
import dev.unhang.linux.ethtool.EeeGet;
import dev.unhang.linux.ethtool.EthtoolFamily;
import dev.unhang.linux.ethtool.FeaturesGet;
import dev.unhang.linux.ethtool.FeaturesSet;
import dev.unhang.linux.ethtool.LinkInfoGet;
import dev.unhang.linux.ethtool.LinkModesGet;
import dev.unhang.linux.ethtool.LinkStateGet;
import dev.unhang.linux.ethtool.PauseGet;
import dev.unhang.linux.ethtool.PrivFlagsGet;
import dev.unhang.linux.ethtool.RingsGet;
import dev.unhang.linux.ethtool.WolGet;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.id.InterfaceName;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever bytes come from the kernel's side: they are read or refused by the package's own type,
/// and it never takes long. A failure names its seed.
@Timeout(120)
class HostileBytesTest {
  private static final InterfaceName NIC = new InterfaceName("eno1");
  private static final int RUNS = 20_000;

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// Attributes nested as bitsets are, of random types, lengths and values, then damaged.
  private static byte[] mutated(RandomGenerator random) {
    byte[] bytes = nest(random, 4).bytes();
    for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static AttributeWriter nest(RandomGenerator random, int depth) {
    AttributeWriter all = new AttributeWriter();
    for (int i = random.nextInt(6); i > 0; i--) {
      int type = random.nextInt(7);
      switch (random.nextInt(depth == 0 ? 4 : 6)) {
        case 0 -> all.flag(type);
        case 1 -> all.u32(type, random.nextInt(random.nextBoolean() ? 70 : Integer.MAX_VALUE));
        case 2 -> all.text(type, "rx-gro");
        case 3 -> all.bytes(type, new byte[random.nextInt(12)]);
        default -> all.nest(type, nest(random, depth - 1));
      }
    }
    return all;
  }

  private static FakeKernel saying(byte[] attributes) {
    return new FakeKernel(request ->
        List.of(
            FakeKernel.reply(request, FakeKernel.ETHTOOL, 11, attributes),
            FakeKernel.error(request, 0, "", -1)));
  }

  /// Lets the package's own type pass, and nothing else.
  private static void readOrRefuse(long seed, CallDeadline.Question<?> question) {
    assertThatCode(
            () -> {
              try {
                question.ask();
              } catch (KernelFailure ours) {
                // Refused: as it should be.
              }
            })
        .as("seed %d", seed)
        .doesNotThrowAnyException();
  }

  @Test
  void answersAboutFeaturesAreReadOrRefused() {
    for (long seed = 0; seed < RUNS; seed++) {
      byte[] bytes = mutated(random(seed));
      readOrRefuse(seed, () -> FeaturesGet.ask(EthtoolFamily.over(saying(bytes)), NIC));
      KernelOrder.SetFeatures order = new KernelOrder.SetFeatures(NIC, List.of("rx-gro"), true);
      readOrRefuse(seed, () -> FeaturesSet.order(EthtoolFamily.over(saying(bytes)), order));
    }
  }

  @Test
  void answersAboutSettingsAreReadOrRefused() {
    for (long seed = 0; seed < RUNS; seed++) {
      byte[] bytes = mutated(random(seed));
      readOrRefuse(seed, () -> LinkModesGet.ask(EthtoolFamily.over(saying(bytes)), NIC));
      readOrRefuse(seed, () -> LinkInfoGet.ask(EthtoolFamily.over(saying(bytes)), NIC));
      readOrRefuse(seed, () -> LinkStateGet.ask(EthtoolFamily.over(saying(bytes)), NIC));
      readOrRefuse(seed, () -> RingsGet.ask(EthtoolFamily.over(saying(bytes)), NIC));
      readOrRefuse(seed, () -> PauseGet.ask(EthtoolFamily.over(saying(bytes)), NIC));
      readOrRefuse(seed, () -> WolGet.ask(EthtoolFamily.over(saying(bytes)), NIC));
      readOrRefuse(seed, () -> CoalesceGet.ask(EthtoolFamily.over(saying(bytes)), NIC));
      readOrRefuse(seed, () -> EeeGet.ask(EthtoolFamily.over(saying(bytes)), NIC));
      readOrRefuse(seed, () -> PrivFlagsGet.ask(EthtoolFamily.over(saying(bytes)), NIC));
    }
  }

  @Test
  void datagramsAreReadOrRefused() {
    for (long seed = 0; seed < RUNS; seed++) {
      RandomGenerator random = random(seed);
      byte[] wild = new byte[random.nextInt(80)];
      random.nextBytes(wild);
      FakeKernel kernel =
          new FakeKernel(request -> {
            byte[] error = FakeKernel.error(request, 22, "words", 28);
            error[16 + random.nextInt(error.length - 16)] = (byte) random.nextInt();
            return List.of(random.nextBoolean() ? wild : error);
          });
      readOrRefuse(seed, () -> FeaturesGet.ask(EthtoolFamily.over(kernel), NIC));
    }
  }

  @Test
  void whatIsWrittenIsReadBack() throws BrokenAnswer {
    for (long seed = 0; seed < RUNS; seed++) {
      byte[] bytes = nest(random(seed), 4).bytes();
      byte[] again = written(AttributeReader.of(bytes, 0));
      org.assertj.core.api.Assertions.assertThat(again.length)
          .as("seed %d", seed)
          .isEqualTo(bytes.length);
    }
  }

  private static byte[] written(AttributeReader attributes) {
    AttributeWriter again = new AttributeWriter();
    for (Attribute attribute : attributes.all()) {
      again.bytes(attribute.type(), attribute.bytes());
    }
    return again.bytes();
  }
}
