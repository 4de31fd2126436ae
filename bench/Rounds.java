import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The blocks of one lane as they stand in its file. Whole rounds only: what was broken off is
/// measured again.
final class Rounds {

  private final Path file;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  private Rounds(Path file) throws IOException {
    this.file = file;
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      if (line.startsWith("#")) {
        String[] fact = line.substring(1).split("=", 2);
        facts.put(fact[0].strip(), fact[1].strip());
      } else {
        blocks.add(Block.of(line));
      }
    }
  }

  static Rounds read(Path file) throws IOException {
    return new Rounds(file);
  }

  /// Goes on with what there is, unless it is of another version or length: that is laid aside.
  static Rounds goOn(Path file, Map<String, String> same) throws IOException {
    Rounds rounds = new Rounds(file);
    for (Map.Entry<String, String> fact : same.entrySet()) {
      if (!fact.getValue().equals(rounds.facts.get(fact.getKey())) && Files.exists(file)) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".old"),
            StandardCopyOption.REPLACE_EXISTING);
        rounds = new Rounds(file);
        break;
      }
    }
    for (Map.Entry<String, String> fact : same.entrySet()) {
      rounds.note(fact.getKey(), fact.getValue());
    }
    return rounds;
  }

  void note(String name, String value) throws IOException {
    if (!value.equals(facts.put(name, value))) {
      append("# %s = %s".formatted(name, value));
    }
  }

  String fact(String name) {
    return facts.getOrDefault(name, "");
  }

  void add(List<Block> round) throws IOException {
    blocks.addAll(round);
    append(String.join("\n", round.stream().map(Block::line).toList()));
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  List<Block> of(String who) {
    return blocks.stream().filter(block -> block.who().equals(who)).toList();
  }

  int done() {
    return blocks.stream().mapToInt(Block::round).max().orElse(0);
  }

  private void append(String text) throws IOException {
    Files.writeString(
        file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
