package com.aipixels.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aipixels.Caller;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// An open stream, and what was heard on it as `name data`.
public final class Tab {

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> end;

  public Tab(Caller member, String... headers) {
    var answer =
        Caller.send(member.request("/api/v1/me/events", headers).GET(), BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    end =
        CompletableFuture.runAsync(() -> {
          var name = new String[] {""};
          answer
              .body()
              .forEach(line -> {
                if (line.startsWith("event:")) {
                  name[0] = line.substring(6);
                } else if (line.startsWith("data:")) {
                  heard.add(name[0] + " " + line.substring(5));
                }
              });
        });
  }

  public List<String> heard() {
    return heard;
  }

  public CompletableFuture<Void> end() {
    return end;
  }

  public void hears(String event) {
    hearsAgain(event, 1);
  }

  public void hearsAgain(String event, int times) {
    await().until(() -> heard.stream().filter(event::equals).count() >= times);
  }
}
