package dev.unhang.linux.ioctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.RegisterDump;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What ethtool asks by ioctl, against a function that answers as the kernel does.
@Timeout(120)
class IoctlQueriesTest {
  private static final InterfaceName NIC = new InterfaceName("eno1");

  /// The kernel's end.
  private static EthtoolIoctl answering(UnaryOperator<byte[]> kernel) {
    return new EthtoolIoctl() {
      @Override
      public byte[] call(String name, InterfaceName nic, byte[] command) {
        return kernel.apply(command);
      }

      @Override
      public void close() {}
    };
  }

  private static int command(byte[] struct) {
    return Struct.of(struct).getInt(0);
  }

  /// Two counters; by the time of the names there is a third.
  private static byte[] growing(byte[] struct) {
    ByteBuffer answer = Struct.of(struct);
    switch (command(struct)) {
      case StatisticsQuery.GET_SET_INFO -> answer.putInt(16, 2);
      case StatisticsQuery.GET_STRINGS -> {
        answer.putInt(8, 3);
        for (int i = 0; i < 3; i++) {
          byte[] name = ("counter_" + i).getBytes(StandardCharsets.UTF_8);
          System.arraycopy(name, 0, struct, 12 + i * 32, name.length);
        }
      }
      default -> {
        answer.putInt(4, 3);
        answer.putLong(8, 7).putLong(16, -1).putLong(24, 0);
      }
    }
    return struct;
  }

  @Test
  void countersThatAppearBetweenTwoQuestionsHaveRoom() throws KernelFailure {
    assertThat(StatisticsQuery.ask(answering(IoctlQueriesTest::growing), NIC))
        .containsExactly(
            new Counter("counter_0", 7), new Counter("counter_1", -1), new Counter("counter_2", 0));
  }

  @Test
  void valuesWithoutNamesAreRefused() {
    EthtoolIoctl kernel =
        answering(struct -> {
          byte[] answer = growing(struct);
          if (command(struct) == StatisticsQuery.GET_STATS) {
            Struct.of(answer).putInt(4, 5);
          }
          return answer;
        });
    assertThatThrownBy(() -> StatisticsQuery.ask(kernel, NIC))
        .isInstanceOf(BrokenAnswer.class)
        .hasMessage("3 names for 5 counters");
  }

  @Test
  void aDriverWithoutCountersIsRefusedByTheKernelAndNotTakenForOneWithNone() {
    EthtoolIoctl kernel =
        new EthtoolIoctl() {
          @Override
          public byte[] call(String name, InterfaceName nic, byte[] command) throws KernelRefusal {
            if (command(command) == StatisticsQuery.GET_SET_INFO) {
              Struct.of(command).putLong(8, 0);
              return command;
            }
            throw new KernelRefusal(name, 95, "", OptionalInt.empty());
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> StatisticsQuery.ask(kernel, NIC))
        .isInstanceOf(KernelRefusal.class)
        .hasMessageContaining("ETHTOOL_GSTRINGS");
  }

  @Test
  void registersAreAsManyAsTheDriverHas() throws KernelFailure {
    EthtoolIoctl kernel =
        answering(struct -> {
          Struct.of(struct).putInt(4, 1 << 24).putInt(8, 10).putInt(12, 5).putInt(16, -1);
          return struct;
        });
    assertThat(RegistersQuery.ask(kernel, NIC))
        .isEqualTo(new RegisterDump(1 << 24, List.of(5, -1)));
  }

  /// Whatever comes back, it is read or refused by the package's own type.
  @Test
  void wildAnswersAreReadOrRefused() {
    for (long seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      EthtoolIoctl kernel =
          answering(struct -> {
            random.nextBytes(struct);
            int at = 4 * random.nextInt(Math.min(5, struct.length / 4));
            Struct.of(struct).putInt(at, random.nextInt(-2, 300));
            return struct;
          });
      for (Asking asking : ASKING) {
        assertThatCode(() -> readOrRefuse(asking, kernel))
            .as("seed %d", seed)
            .doesNotThrowAnyException();
      }
    }
  }

  private interface Asking {
    Object ask(EthtoolIoctl kernel) throws KernelFailure;
  }

  private static final List<Asking> ASKING =
      List.of(
          kernel -> StatisticsQuery.ask(kernel, NIC),
          kernel -> RegistersQuery.ask(kernel, NIC),
          kernel -> DriverInfoQuery.ask(kernel, NIC));

  private static void readOrRefuse(Asking asking, EthtoolIoctl kernel) {
    try {
      assertThat(asking.ask(kernel)).isNotNull();
    } catch (KernelFailure ours) {
      assertThat(ours).isInstanceOf(BrokenAnswer.class);
    }
  }
}
