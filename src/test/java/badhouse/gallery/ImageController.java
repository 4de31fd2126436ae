package badhouse.gallery;

import org.springframework.jdbc.core.simple.JdbcClient;

class ImageController {

  private final JdbcClient jdbc;

  ImageController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int pictures() {
    return jdbc.sql("SELECT count(*) FROM images").query(Integer.class).single();
  }
}
