"""What SPSE shows beside what this evaluation computes, and where a difference comes from."""
