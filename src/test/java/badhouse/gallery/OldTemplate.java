package badhouse.gallery;

import org.springframework.jdbc.core.JdbcTemplate;

record OldTemplate(JdbcTemplate jdbc) {}
