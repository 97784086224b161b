-- Smaller pages of the word index: to find a claim in a long list, a quarter of what stood in one has to be gone through. Lists written from now on have them.
INSERT INTO claim_words (claim_words, rank) VALUES ('pgsz', 1000);
