package dev.unhang.linux.ethtool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.FakeKernel;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.linux.netlink.Message;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.Offloads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// FEATURES_GET and FEATURES_SET against a fake kernel.
class FeaturesTest {
  private static final InterfaceName NIC = new InterfaceName("eno1");

  private static AttributeWriter bit(int index, String name, boolean set) {
    AttributeWriter bit =
        new AttributeWriter().u32(Bitset.BIT_INDEX, index).text(Bitset.BIT_NAME, name);
    return set ? bit.flag(Bitset.BIT_VALUE) : bit;
  }

  private static AttributeWriter list(AttributeWriter... bits) {
    AttributeWriter all = new AttributeWriter();
    for (AttributeWriter bit : bits) {
      all.nest(Bitset.BIT, bit);
    }
    return new AttributeWriter().flag(Bitset.NO_MASK).nest(Bitset.BITS, all);
  }

  private static byte[] features() {
    AttributeWriter hardware = new AttributeWriter();
    hardware.nest(Bitset.BIT, bit(16, "tx-tcp-segmentation", true));
    hardware.nest(Bitset.BIT, bit(5, "highdma", false));
    hardware.nest(Bitset.BIT, bit(20, "tx-tcp6-segmentation", true));
    return new AttributeWriter()
        .nest(FeaturesGet.HARDWARE, new AttributeWriter().nest(Bitset.BITS, hardware))
        .nest(
            FeaturesGet.WANTED, list(bit(16, "tx-tcp-segmentation", true), bit(5, "highdma", true)))
        .nest(
            FeaturesGet.ACTIVE,
            list(bit(5, "highdma", true), bit(20, "tx-tcp6-segmentation", true)))
        .nest(FeaturesGet.NO_CHANGE, list())
        .bytes();
  }

  private static EthtoolFamily answering(byte[] attributes) throws KernelFailure {
    return EthtoolFamily.over(
        new FakeKernel(request ->
            List.of(
                FakeKernel.reply(request, FakeKernel.ETHTOOL, 11, attributes),
                FakeKernel.error(request, 0, "", -1))));
  }

  private static EthtoolFamily refusing(int errno, String words, int offset) throws KernelFailure {
    return EthtoolFamily.over(
        new FakeKernel(request -> List.of(FakeKernel.error(request, errno, words, offset))));
  }

  @Test
  void featuresComeInTheKernelsOrderWithFixedAndRequested() throws KernelFailure {
    Offloads offloads = FeaturesGet.ask(answering(features()), NIC);
    assertThat(offloads.all())
        .containsExactly(
            new Offload("highdma", true, true, false),
            new Offload("tx-tcp-segmentation", false, true, true),
            new Offload("tx-tcp6-segmentation", true, false, true));
    assertThat(offloads.all().get(1).mark()).isEqualTo(" [requested on]");
  }

  @Test
  void whatTheKernelDidNotGrantIsTold() throws KernelFailure {
    AttributeWriter wanted = new AttributeWriter();
    wanted.nest(Bitset.BIT, bit(16, "tx-tcp-segmentation", false));
    byte[] answer =
        new AttributeWriter()
            .nest(FeaturesGet.WANTED, new AttributeWriter().nest(Bitset.BITS, wanted))
            .bytes();
    FeaturesSet.Outcome outcome =
        FeaturesSet.order(
            answering(answer),
            new KernelOrder.SetFeatures(NIC, List.of("tx-tcp-segmentation"), false));
    assertThat(outcome.refused()).hasToString("[tx-tcp-segmentation off]");
  }

  @Test
  void anEmptyAnswerMeansFullyHonoured() throws KernelFailure {
    FeaturesSet.Outcome outcome =
        FeaturesSet.order(
            answering(new byte[0]), new KernelOrder.SetFeatures(NIC, List.of("rx-gro"), false));
    assertThat(outcome.refused()).isEmpty();
    assertThat(outcome.changed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Errno.class,
      names = {"EPERM", "ENODEV", "EINVAL", "EOPNOTSUPP", "EBUSY", "EIO"})
  void everyErrorKeepsItsNumberWordsAndPlace(Errno errno) throws KernelFailure {
    EthtoolFamily kernel = refusing(errno.number(), "these are the kernel's words", 28);
    KernelOrder.SetFeatures order =
        new KernelOrder.SetFeatures(NIC, List.of("tx-tcp-segmentation"), false);
    assertThatThrownBy(() -> FeaturesSet.order(kernel, order))
        .isInstanceOfSatisfying(
            KernelRefusal.class,
            refusal -> {
              assertThat(refusal.errnoName()).isEqualTo(errno.name());
              assertThat(refusal.words())
                  .isEqualTo(
                      "\"these are the kernel's words\" (ETHTOOL_MSG_FEATURES_SET, attribute at"
                          + " byte 28)");
            });
    assertThatThrownBy(() -> FeaturesGet.ask(kernel, NIC)).isInstanceOf(KernelRefusal.class);
  }

  @Test
  void aBrokenAnswerIsNeverBelieved() throws KernelFailure {
    byte[] whole = features();
    for (int length = 0; length < whole.length; length++) {
      EthtoolFamily kernel = answering(java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> FeaturesGet.ask(kernel, NIC))
          .as("cut after %d bytes", length)
          .isInstanceOf(KernelFailure.class);
    }
  }

  @Test
  void theRequestNamesFeaturesAndNeverBitNumbers() throws KernelFailure {
    List<Message> requests = new java.util.ArrayList<>();
    EthtoolFamily kernel =
        EthtoolFamily.over(
            new FakeKernel(request -> {
              requests.add(request);
              return List.of(
                  FakeKernel.reply(request, FakeKernel.ETHTOOL, 12, new byte[0]),
                  FakeKernel.error(request, 0, "", -1));
            }));
    FeaturesSet.order(
        kernel, new KernelOrder.SetFeatures(NIC, List.of("tx-tcp-segmentation"), true));
    String text =
        new String(requests.getFirst().payload(), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text).contains("eno1").contains("tx-tcp-segmentation");
  }
}
