import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/// Rounds in which everybody has one block, and the service two: in every other round in the
/// opposite order, so that whatever drifts falls on all of them alike.
final class Duel {

  static final int PAIRS = Integer.getInteger("bench.pairs", 12);
  static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "10"));
  private static final double WARM_UP =
      Double.parseDouble(System.getProperty("bench.warmup", "60"));
  private static final double STEAL = Double.parseDouble(System.getProperty("bench.steal", "0.02"));
  private static final double FOREIGN =
      Double.parseDouble(System.getProperty("bench.foreign", "0.05"));
  private static final double ERRORS = 0.001;
  private static final double AGREEMENT = 0.02;

  static final String SERVICE = "service";
  static final String AGAIN = "service again";

  /// @param part whose time it costs, of a meter's readings
  /// @param rarely only in every third round
  record Contender(String name, Load load, Part part, LongSupplier pid, boolean rarely) {}

  /// Of a reading.
  enum Part {
    SERVICE,
    RIVAL,
    PROXY,
    PROGRAM;

    double of(Meter meter) {
      return switch (this) {
        case SERVICE -> meter.service();
        case RIVAL -> meter.rival();
        case PROXY -> meter.proxy() + meter.service();
        case PROGRAM -> meter.programs();
      };
    }
  }

  private final Callable<Meter> meter;
  private final List<Contender> contenders;
  private final boolean fresh;

  /// @param fresh whether these have just been started, and need their time before they are looked
  ///   at
  Duel(Callable<Meter> meter, List<Contender> contenders, boolean fresh) {
    this.meter = meter;
    this.contenders = contenders;
    this.fresh = fresh;
  }

  void fight(Rounds rounds) throws Exception {
    if (rounds.done() >= PAIRS) {
      return;
    }
    for (Contender contender : contenders) {
      if (contender.part != Part.PROGRAM && !contender.name.equals(AGAIN)) {
        warmUp(contender, fresh ? WARM_UP : 0, fresh ? 2 * WARM_UP : WARM_UP);
      }
    }
    int voids = rounds.fact("voids").isEmpty() ? 0 : Integer.parseInt(rounds.fact("voids"));
    int inVain = 0;
    while (rounds.done() < PAIRS) {
      int round = rounds.done() + 1;
      List<Block> blocks = round(round);
      String fault = fault(blocks);
      if (fault == null) {
        rounds.add(blocks);
        System.err.print(".");
      } else {
        System.err.print(" (void: " + fault + ") ");
        rounds.note("voids", String.valueOf(++voids));
        if (++inVain > 2 * PAIRS) {
          throw new IOException("Too much else is going on here: " + fault);
        }
      }
    }
    System.err.println();
  }

  private List<Block> round(int round) throws Exception {
    List<Contender> order =
        new ArrayList<>(
            contenders.stream().filter(one -> !one.rarely || round % 3 == 1).toList());
    if (round % 2 == 0) {
      Collections.reverse(order);
    }
    List<Block> blocks = new ArrayList<>();
    for (Contender contender : order) {
      blocks.add(block(round, contender, SECONDS));
      Service.pause(300);
    }
    return blocks;
  }

  private Block block(int round, Contender contender, double seconds) throws Exception {
    Meter start = meter.call();
    Load.Done done = contender.load.run(seconds);
    Meter spent = meter.call().since(start);
    return new Block(
        round,
        contender.name,
        done.seconds(),
        done.requests(),
        done.errors(),
        contender.part.of(spent),
        spent.database(),
        contender.part == Part.PROGRAM ? 0 : spent.programs(),
        spent.steal(),
        spent.foreign(),
        done.p50(),
        done.p99(),
        resident(contender));
  }

  private static double resident(Contender contender) {
    long pid = contender.pid.getAsLong();
    return pid == 0
        ? 0
        : contender.part == Part.SERVICE ? Meter.resident(pid) : Meter.residentTree(pid);
  }

  /// Until three blocks in a row are as quick as each other, or it is enough.
  private void warmUp(Contender contender, double least, double longest) throws Exception {
    double seconds = Math.min(5, WARM_UP);
    List<Double> rates = new ArrayList<>();
    for (double spent = 0; spent < longest; spent += seconds) {
      rates.add(block(0, contender, seconds).rate());
      List<Double> last = rates.subList(Math.max(0, rates.size() - 3), rates.size());
      if (spent + seconds >= least
          && last.size() == 3
          && Collections.min(last) > (1 - AGREEMENT) * Collections.max(last)) {
        break;
      }
    }
    System.err.printf("  %s warm after %d blocks, %.0f/s%n", contender.name, rates.size(), rates.getLast());
  }

  private static String fault(List<Block> blocks) {
    for (Block block : blocks) {
      if (block.steal() > STEAL) {
        return "%s lost %.1f %% to other machines".formatted(block.who(), 100 * block.steal());
      }
      if (block.foreign() > FOREIGN) {
        return "%s lost %.1f %% to other programs".formatted(block.who(), 100 * block.foreign());
      }
      if (block.errors() > ERRORS * block.requests() || block.requests() == 0) {
        return "%s: %d of %d requests went wrong"
            .formatted(block.who(), block.errors(), block.requests());
      }
    }
    return null;
  }
}
