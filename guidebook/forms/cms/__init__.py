"""The forms of the browser: the configuration of Sveltia CMS, made from the models and the labels of their fields."""
