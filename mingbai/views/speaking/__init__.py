"""What is said: talks for speakers, slides, quizzes, texts to read out and to send."""
