import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;

/// Pictures of 200 kB: the service on its own and behind nginx, against nginx on its own.
final class Pictures {

  private static final int PICTURES = 64;
  private static final int BYTES = 200_000;
  private static final LongFunction<String> NO_TOKENS = _ -> "-";
  private static final String NGINX = "nginx";

  private Pictures() {}

  /// @param goal of nginx's rate
  private record Way(String key, String title, Map<String, String> settings, double goal) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("pictures-direct", "the service", Map.of(), 0.3),
          new Way(
              "pictures-behind",
              "nginx, sent on by the service",
              Map.of("AIPIXELS_ACCELREDIRECT", "/_files/"),
              0.8));

  static void measure(Path data, Path folder) throws Exception {
    StringBuilder text = new StringBuilder();
    for (Way way : WAYS) {
      text.append(measure(way, data, folder));
    }
    Files.writeString(
        folder.resolve("pictures.md"),
        """
        ### Pictures of 200 kB

        %s, %s

        | what | pictures/s | CPU, µs | nginx alone, pictures/s | CPU, µs | ratio | itself | goal | |
        |---|---:|---:|---:|---:|---:|---:|---:|---|
        %s"""
            .formatted(LocalDate.now(), Versus.conditions().get("machine"), text));
  }

  private static String measure(Way way, Path data, Path folder) throws Exception {
    System.err.println("pictures: " + way.title);
    Rounds rounds = Rounds.goOn(folder.resolve(way.key + ".tsv"), Versus.conditions());
    Path files = data.resolve("files");
    boolean behind = !way.settings.isEmpty();
    Map<String, String> settings = new HashMap<>(way.settings);
    try (Clerk clerk = new Clerk(Facts.of(data).seed())) {
      settings.putAll(clerk.settings());
      try (Service service = Service.start(data, settings);
          Nginx nginx = Nginx.start(folder.resolve("nginx"), files, service.port())) {
        List<Path> pictures = pictures(service, files);
        int port = behind ? nginx.port() : service.port();
        List<Ask> asks = new ArrayList<>();
        List<Ask> alone = new ArrayList<>();
        for (Path picture : pictures) {
          asks.add(Ask.get("/files/" + picture.getFileName()));
          alone.add(Ask.get("/alone/" + files.relativize(picture)));
        }
        if (behind && !understands(service, asks.getFirst())) {
          return "| %s: not there yet | | | | | | | | |\n".formatted(way.title);
        }
        compare(port, asks, nginx.port(), alone);
        Wrk own = new Wrk(folder, port, asks, NO_TOKENS);
        Duel.Part part = behind ? Duel.Part.PROXY : Duel.Part.SERVICE;
        new Duel(
                () ->
                    Meter.read(service.pid(), Database.postmaster(data), 0, nginx.pid()),
                List.of(
                    new Duel.Contender(Duel.SERVICE, own, part, service::pid, false),
                    new Duel.Contender(
                        NGINX,
                        new Wrk(folder, nginx.port(), alone, NO_TOKENS),
                        Duel.Part.PROXY,
                        nginx::pid,
                        false),
                    new Duel.Contender(Duel.AGAIN, own, part, service::pid, false)),
                true)
            .fight(rounds);
      }
    }
    return VersusTable.pictures(way.title, rounds, NGINX, way.goal);
  }

  /// Gives some pictures their files.
  private static List<Path> pictures(Service service, Path files) throws SQLException, IOException {
    List<Path> pictures = new ArrayList<>();
    try (var database = service.database();
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT file_path FROM images WHERE visibility = 'public' ORDER BY id LIMIT "
                    + PICTURES)) {
      Random random = new Random(1);
      while (rows.next()) {
        String name = rows.getString(1);
        Path file = files.resolve(name.substring(0, 2)).resolve(name);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
          Files.write(file, bytes);
        }
        pictures.add(file);
      }
    }
    return pictures;
  }

  private static boolean understands(Service service, Ask ask) throws IOException {
    try (Http http = new Http(service.port())) {
      http.get(ask.path(), null);
      return http.head().contains("X-Accel-Redirect");
    }
  }

  private static void compare(int port, List<Ask> asks, int other, List<Ask> others)
      throws IOException {
    try (Http one = new Http(port);
        Http two = new Http(other)) {
      for (int i = 0; i < asks.size(); i++) {
        int status = one.get(asks.get(i).path(), null);
        int otherStatus = two.get(others.get(i).path(), null);
        if (status != 200 || otherStatus != 200 || !one.body().equals(two.body())) {
          throw new IOException(
              "%s: %d, %s: %d, or not the same bytes"
                  .formatted(asks.get(i), status, others.get(i), otherStatus));
        }
      }
    }
  }
}
