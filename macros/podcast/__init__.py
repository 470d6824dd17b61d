"""What is heard: facts about the audio, transcripts, episodes, the feed, and the computer voice."""
