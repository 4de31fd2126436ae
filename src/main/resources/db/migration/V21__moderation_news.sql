-- What moderators have to tell is told in the inbox, in the transaction that decides it.

CREATE FUNCTION tell_of_moderation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_member(
    NEW.clerk_user_id, 'moderation_' || NEW.kind,
    CASE NEW.kind WHEN 'report_answered' THEN 'report:' ELSE 'decision:' END || NEW.id, NULL);
  RETURN NULL;
END $$;

CREATE TRIGGER moderation_notices_told AFTER INSERT ON moderation_notices
  FOR EACH ROW EXECUTE FUNCTION tell_of_moderation();
