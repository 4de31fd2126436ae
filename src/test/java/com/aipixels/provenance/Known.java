package com.aipixels.provenance;

import static org.awaitility.Awaitility.await;

import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Pictures that hang here, from any file.
final class Known {

  private final JdbcClient database;
  private final ObjectStore store;

  Known(JdbcClient database, ObjectStore store) {
    this.database = database;
    this.store = store;
  }

  int hang(String owner, String visibility, byte[] file) {
    return hang(owner, visibility, file, null);
  }

  int hang(String owner, String visibility, byte[] file, @Nullable Integer source) {
    var key = new ObjectKey(UUID.randomUUID().toString().replace("-", "") + ".png");
    store.put(key, file);
    return database
        .sql(
            """
            INSERT INTO images (clerk_user_id, file_path, prompt, visibility, engine, source_image_id)
            VALUES (:owner, :file, 'prompt', :visibility::visibility, 'painter', :source::integer)
            RETURNING id
            """)
        .param("owner", owner)
        .param("file", key.value())
        .param("visibility", visibility)
        .param("source", source)
        .query(Integer.class)
        .single();
  }

  /// Until every picture was looked at.
  void awaitLooks() {
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(50))
        .until(() ->
            database
                    .sql("SELECT count(*) FROM fingerprints WHERE eye = 0")
                    .query(Integer.class)
                    .single()
                == 0);
  }
}
